-- Columns with constant defaults and new tables: nothing here reads or rewrites a full table.
CREATE TYPE "search_cadence" AS ENUM ('Instant', 'Daily', 'Weekly', 'Monthly');
CREATE TYPE "hold_reason" AS ENUM ('cadence', 'quiet', 'approval');
CREATE TYPE "hold_state" AS ENUM ('waiting', 'told', 'dropped');

ALTER TABLE "saved_search"
  ADD COLUMN "cadence" "search_cadence" NOT NULL DEFAULT 'Instant',
  ADD COLUMN "concierge_yn" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "mail_address"
  ADD COLUMN "time_zone" TEXT,
  ADD COLUMN "quiet_from" INTEGER,
  ADD COLUMN "quiet_to" INTEGER,
  ADD CONSTRAINT "quiet_hours_are_a_stretch_of_a_day" CHECK (
    ("quiet_from" IS NULL AND "quiet_to" IS NULL)
    OR ("quiet_from" BETWEEN 0 AND 1439 AND "quiet_to" BETWEEN 0 AND 1439 AND "quiet_from" <> "quiet_to")
  ) NOT VALID;

CREATE TABLE "alert_hold" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "search_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "event_ids" UUID[] NOT NULL,
    "listing_ids" UUID[] NOT NULL,
    "kinds" "search_event_kind"[] NOT NULL,
    "reason" "hold_reason" NOT NULL,
    "state" "hold_state" NOT NULL DEFAULT 'waiting',
    "due_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "told_in_run_id" UUID,
    "dropped_because" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_hold_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_hold_has_lines" CHECK (
      cardinality("event_ids") > 0
      AND cardinality("listing_ids") = cardinality("event_ids")
      AND cardinality("kinds") = cardinality("event_ids")
    ),
    CONSTRAINT "a_told_hold_names_its_run" CHECK (("state" = 'told') = ("told_in_run_id" IS NOT NULL)),
    CONSTRAINT "a_dropped_hold_says_why" CHECK (("state" = 'dropped') = ("dropped_because" IS NOT NULL)),
    CONSTRAINT "a_waiting_hold_has_an_end" CHECK ("state" <> 'waiting' OR "due_at" IS NOT NULL OR "expires_at" IS NOT NULL),
    CONSTRAINT "an_approval_expires" CHECK ("reason" <> 'approval' OR "expires_at" IS NOT NULL)
);
CREATE UNIQUE INDEX "alert_hold_search_id_run_id_key" ON "alert_hold"("search_id", "run_id");
CREATE INDEX "alert_hold_run_id_idx" ON "alert_hold"("run_id");
CREATE INDEX "alert_hold_told_in_run_id_idx" ON "alert_hold"("told_in_run_id");
CREATE INDEX "alert_hold_decided_by_id_idx" ON "alert_hold"("decided_by_id");
-- Each run asks what is due, each hour what has expired: only what waits is ever looked for.
CREATE INDEX "alert_hold_due" ON "alert_hold"("due_at") WHERE "state" = 'waiting' AND "due_at" IS NOT NULL;
CREATE INDEX "alert_hold_to_approve" ON "alert_hold"("expires_at") WHERE "state" = 'waiting' AND "due_at" IS NULL;

ALTER TABLE "alert_hold" ADD CONSTRAINT "alert_hold_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "alert_hold" ADD CONSTRAINT "alert_hold_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "alert_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "alert_hold" ADD CONSTRAINT "alert_hold_told_in_run_id_fkey" FOREIGN KEY ("told_in_run_id") REFERENCES "alert_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "alert_hold" ADD CONSTRAINT "alert_hold_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Few searches write later than at once, and few people have quiet hours: a run asks for just those.
CREATE INDEX "saved_search_not_instant" ON "saved_search"("id") WHERE "cadence" <> 'Instant' OR "concierge_yn";
CREATE INDEX "mail_address_quiet" ON "mail_address"("email") WHERE "quiet_from" IS NOT NULL;

ALTER TABLE "mail_address" VALIDATE CONSTRAINT "quiet_hours_are_a_stretch_of_a_day";
