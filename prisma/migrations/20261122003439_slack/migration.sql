-- New tables, and columns without a default on a small one: nothing here reads or rewrites a full table.
CREATE TYPE "slack_message_state" AS ENUM ('queued', 'sending', 'posted', 'failed');
CREATE TYPE "slack_request_kind" AS ENUM ('interaction', 'command', 'event');
CREATE TYPE "slack_request_state" AS ENUM ('received', 'done', 'refused', 'failed');

CREATE TABLE "slack_message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "person_id" UUID,
    "channel" TEXT,
    "lane" TEXT NOT NULL,
    "turn" BIGSERIAL NOT NULL,
    "card" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "posted_version" INTEGER,
    "state" "slack_message_state" NOT NULL DEFAULT 'queued',
    "slack_channel" TEXT,
    "ts" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doubts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "posted_at" TIMESTAMPTZ(3),
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "slack_message_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_message_goes_to_one_place" CHECK (num_nonnulls("person_id", "channel") = 1),
    CONSTRAINT "a_lane_is_that_of_its_place" CHECK ("lane" = coalesce('channel:' || "channel", 'person:' || "person_id"::text)),
    CONSTRAINT "what_stands_in_slack_says_where" CHECK (num_nonnulls("slack_channel", "ts", "posted_version") IN (0, 3)),
    CONSTRAINT "a_posted_message_is_the_last_version" CHECK ("state" <> 'posted' OR "posted_version" = "version"),
    CONSTRAINT "versions_do_not_run_ahead" CHECK ("posted_version" <= "version")
);
CREATE UNIQUE INDEX "slack_message_key_key" ON "slack_message"("key");
CREATE INDEX "slack_message_lane_turn_idx" ON "slack_message"("lane", "turn");
CREATE INDEX "slack_message_state_not_before_idx" ON "slack_message"("state", "not_before");
CREATE INDEX "slack_message_person_id_idx" ON "slack_message"("person_id");
-- The head of each lane, however much was posted before.
CREATE INDEX "messages_that_wait_for_slack" ON "slack_message"("lane", "turn") WHERE "state" IN ('queued', 'sending');
ALTER TABLE "slack_message" ADD CONSTRAINT "slack_message_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "slack_lane" (
    "lane" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "runner" TEXT,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "slack_lane_pkey" PRIMARY KEY ("lane"),
    CONSTRAINT "who_runs_has_a_lease" CHECK (("runner" IS NULL) = ("lease_until" IS NULL))
);

CREATE TABLE "slack_request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "kind" "slack_request_kind" NOT NULL,
    "ask" JSONB NOT NULL,
    "state" "slack_request_state" NOT NULL DEFAULT 'received',
    "words" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "slack_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "what_is_answered_has_a_time" CHECK (("state" = 'received') = ("answered_at" IS NULL))
);
CREATE UNIQUE INDEX "slack_request_key_key" ON "slack_request"("key");
CREATE INDEX "slack_request_state_received_at_idx" ON "slack_request"("state", "received_at");

CREATE TABLE "slack_person" (
    "person_id" UUID NOT NULL,
    "slack_user_id" TEXT,
    "email" CITEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "missing_since" TIMESTAMPTZ(3),

    CONSTRAINT "slack_person_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "who_is_not_there_says_since_when" CHECK (("slack_user_id" IS NULL) = ("missing_since" IS NOT NULL))
);
CREATE INDEX "slack_person_slack_user_id_idx" ON "slack_person"("slack_user_id");
ALTER TABLE "slack_person" ADD CONSTRAINT "slack_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "incident" ADD COLUMN "acked_at" TIMESTAMPTZ(3), ADD COLUMN "acked_by_id" UUID;
ALTER TABLE "incident" ADD CONSTRAINT "who_looks_after_it_says_since_when" CHECK (("acked_at" IS NULL) = ("acked_by_id" IS NULL)) NOT VALID;
ALTER TABLE "incident" VALIDATE CONSTRAINT "who_looks_after_it_says_since_when";

CREATE TABLE "alarm_mute" (
    "cause_key" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "muted_at" TIMESTAMPTZ(3) NOT NULL,
    "muted_by_id" UUID NOT NULL,

    CONSTRAINT "alarm_mute_pkey" PRIMARY KEY ("cause_key")
);
