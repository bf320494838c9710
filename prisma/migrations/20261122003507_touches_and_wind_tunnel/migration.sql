-- New tables alone: nothing here reads or rewrites what is there.
CREATE TYPE "touch_channel" AS ENUM ('call', 'text', 'email', 'visit');
CREATE TYPE "touch_outcome" AS ENUM ('reached', 'left_message', 'no_answer', 'sent');

CREATE TABLE "touch" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "contact_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "channel" "touch_channel" NOT NULL,
    "outcome" "touch_outcome" NOT NULL,
    "words" TEXT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "touch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_touch_lies_behind" CHECK ("happened_at" <= "created_at"),
    CONSTRAINT "what_is_written_is_sent_or_answered" CHECK (
        CASE WHEN "channel" IN ('text', 'email') THEN "outcome" IN ('sent', 'reached') ELSE "outcome" <> 'sent' END)
);
CREATE INDEX "touch_contact_id_happened_at_idx" ON "touch"("contact_id", "happened_at");
CREATE INDEX "touch_person_id_happened_at_idx" ON "touch"("person_id", "happened_at");
ALTER TABLE "touch" ADD CONSTRAINT "touch_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "touch" ADD CONSTRAINT "touch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TYPE "wind_tunnel_state" AS ENUM ('asked', 'running', 'done', 'failed');

CREATE TABLE "wind_tunnel_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "digest" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "wind_tunnel_state" NOT NULL DEFAULT 'asked',
    "leads_replayed" INTEGER NOT NULL DEFAULT 0,
    "leads_total" INTEGER,
    "result" JSONB,
    "trouble" TEXT,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "wind_tunnel_run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_run_looks_back" CHECK ("from_at" < "to_at" AND "to_at" <= "asked_at"),
    CONSTRAINT "a_run_that_is_done_has_a_result" CHECK (("state" = 'done') = ("result" IS NOT NULL)),
    CONSTRAINT "a_run_that_failed_says_why" CHECK (("state" = 'failed') = ("trouble" IS NOT NULL)),
    CONSTRAINT "a_run_ends_once" CHECK (("state" IN ('done', 'failed')) = ("finished_at" IS NOT NULL))
);
CREATE INDEX "wind_tunnel_run_digest_asked_at_idx" ON "wind_tunnel_run"("digest", "asked_at" DESC);
CREATE INDEX "wind_tunnel_run_asked_by_id_idx" ON "wind_tunnel_run"("asked_by_id");
-- Asked for twice at once, a draft is replayed once.
CREATE UNIQUE INDEX "one_run_of_a_draft_at_once" ON "wind_tunnel_run"("digest") WHERE "state" IN ('asked', 'running');
ALTER TABLE "wind_tunnel_run" ADD CONSTRAINT "wind_tunnel_run_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
