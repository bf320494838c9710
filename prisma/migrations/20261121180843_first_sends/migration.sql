-- What an agent has sent when a search is made waits beside what runs have found. No rewrite: words for enums, a column
-- with a constant default, and a column that may be empty.
ALTER TYPE "search_event_kind" ADD VALUE 'Matches Now';
ALTER TYPE "hold_reason" ADD VALUE 'first_send';

ALTER TABLE "alert_hold" ALTER COLUMN "run_id" DROP NOT NULL;
ALTER TABLE "alert_hold" ADD COLUMN "covered_event_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];
CREATE UNIQUE INDEX "alert_hold_first_send" ON "alert_hold"("search_id", "version", "recipient") NULLS NOT DISTINCT WHERE "run_id" IS NULL;
CREATE INDEX "alert_hold_covers" ON "alert_hold"("created_at") WHERE "covered_event_ids" <> ARRAY[]::UUID[];
