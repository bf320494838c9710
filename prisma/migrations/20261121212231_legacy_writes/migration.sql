-- What was changed here and has to be written across, one row a record, and what was changed on both sides at once.
CREATE TYPE "legacy_write_state" AS ENUM ('queued', 'done');
CREATE TYPE "legacy_side" AS ENUM ('ours', 'theirs');
CREATE SEQUENCE "legacy_write_version" AS bigint;

CREATE TABLE "legacy_write" (
    "stream" "legacy_stream" NOT NULL,
    "target_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,
    "state" "legacy_write_state" NOT NULL DEFAULT 'queued',
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "detail" TEXT,
    "written_version" BIGINT,
    "written_at" TIMESTAMPTZ(3),

    CONSTRAINT "legacy_write_pkey" PRIMARY KEY ("stream", "target_id"),
    CONSTRAINT "done_is_written_as_it_stands" CHECK ("state" = 'queued' OR "written_version" = "version"),
    CONSTRAINT "nothing_is_written_before_it_is_changed" CHECK ("written_version" <= "version"),
    CONSTRAINT "what_is_written_has_a_time" CHECK (("written_version" IS NULL) = ("written_at" IS NULL)),
    CONSTRAINT "attempts_are_counted" CHECK ("attempts" >= 0)
);
CREATE INDEX "legacy_write_written_at_idx" ON "legacy_write"("written_at");
-- What waits is little, whatever has been written.
CREATE INDEX "legacy_write_waits" ON "legacy_write"("not_before") WHERE "state" = 'queued';

CREATE TABLE "legacy_conflict" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "stream" "legacy_stream" NOT NULL,
    "target_id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "base" JSONB,
    "ours" JSONB,
    "theirs" JSONB,
    "ours_at" TIMESTAMPTZ(3) NOT NULL,
    "theirs_at" TIMESTAMPTZ(3),
    "taken" "legacy_side" NOT NULL,
    "rule" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,

    CONSTRAINT "legacy_conflict_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_conflict_was_decided_by_a_known_rule" CHECK ("rule" IN ('later', 'palmetto', 'legacy', 'stopped', 'admin')),
    CONSTRAINT "an_admin_decides_at_a_time" CHECK (("rule" = 'admin') = ("decided_at" IS NOT NULL)),
    CONSTRAINT "legacy_conflict_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "legacy_conflict_found_at_id_idx" ON "legacy_conflict"("found_at" DESC, "id" DESC);
CREATE INDEX "legacy_conflict_stream_target_id_idx" ON "legacy_conflict"("stream", "target_id");

-- In the transaction that changes a record. Of two transactions that change one record the second waits for the first at
-- the record's own row, so versions grow in the order of commits.
CREATE FUNCTION queue_legacy_write() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END;
BEGIN
  INSERT INTO "legacy_write" AS w ("stream", "target_id", "version", "queued_at", "changed_at", "not_before")
  VALUES (TG_ARGV[0]::legacy_stream, changed, nextval('legacy_write_version'), clock_timestamp(), clock_timestamp(), clock_timestamp())
  ON CONFLICT ("stream", "target_id") DO UPDATE SET
    "version" = excluded."version", "state" = 'queued', "changed_at" = excluded."changed_at",
    "queued_at" = CASE WHEN w."state" = 'done' THEN excluded."queued_at" ELSE w."queued_at" END,
    "not_before" = excluded."not_before", "attempts" = 0, "reason" = NULL, "detail" = NULL;
  -- One word to the relay for a transaction, however many records it changes.
  IF current_setting('palmetto.write_told', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    PERFORM set_config('palmetto.write_told', pg_current_xact_id()::text, true);
    INSERT INTO "outbox_event" ("name", "data") VALUES ('legacy/write.queued', '{}');
  END IF;
  RETURN NULL;
END $$;

-- What the sync brings over is no change of ours: it says so for its transaction.
CREATE TRIGGER contact_is_written_across_new AFTER INSERT ON "contact" FOR EACH ROW
  WHEN (current_setting('palmetto.writer', true) IS DISTINCT FROM 'legacy_sync')
  EXECUTE FUNCTION queue_legacy_write('contacts');
CREATE TRIGGER contact_is_written_across AFTER UPDATE ON "contact" FOR EACH ROW
  WHEN (current_setting('palmetto.writer', true) IS DISTINCT FROM 'legacy_sync'
    AND (OLD."full_name", OLD."email"::text, OLD."phone", OLD."stage", OLD."source", OLD."agent_id", OLD."removed_at")
        IS DISTINCT FROM
        (NEW."full_name", NEW."email"::text, NEW."phone", NEW."stage", NEW."source", NEW."agent_id", NEW."removed_at"))
  EXECUTE FUNCTION queue_legacy_write('contacts');
CREATE TRIGGER contact_is_written_across_gone AFTER DELETE ON "contact" FOR EACH ROW
  WHEN (current_setting('palmetto.writer', true) IS DISTINCT FROM 'legacy_sync')
  EXECUTE FUNCTION queue_legacy_write('contacts');

CREATE TRIGGER saved_search_is_written_across_new AFTER INSERT ON "saved_search" FOR EACH ROW
  WHEN (current_setting('palmetto.writer', true) IS DISTINCT FROM 'legacy_sync')
  EXECUTE FUNCTION queue_legacy_write('saved_searches');
-- Criteria are versions: a change of them is a change of `current_version`.
CREATE TRIGGER saved_search_is_written_across AFTER UPDATE ON "saved_search" FOR EACH ROW
  WHEN (current_setting('palmetto.writer', true) IS DISTINCT FROM 'legacy_sync'
    AND (OLD."name", OLD."active_yn", OLD."reason", OLD."contact_id", OLD."owner_id", OLD."current_version", OLD."removed_at")
        IS DISTINCT FROM
        (NEW."name", NEW."active_yn", NEW."reason", NEW."contact_id", NEW."owner_id", NEW."current_version", NEW."removed_at"))
  EXECUTE FUNCTION queue_legacy_write('saved_searches');
CREATE TRIGGER saved_search_is_written_across_gone AFTER DELETE ON "saved_search" FOR EACH ROW
  WHEN (current_setting('palmetto.writer', true) IS DISTINCT FROM 'legacy_sync')
  EXECUTE FUNCTION queue_legacy_write('saved_searches');
