-- A nullable column without a default is added without touching a row.
ALTER TABLE "legacy_sync_count" ADD COLUMN "source_time" TIMESTAMPTZ(3);
ALTER TABLE "legacy_sync_count" ADD CONSTRAINT "source_time_is_a_time" CHECK ("source_time" > '2000-01-01') NOT VALID;
ALTER TABLE "legacy_sync_count" VALIDATE CONSTRAINT "source_time_is_a_time";

-- The quarantine is small (documents that were refused); the index is made in passing.
CREATE INDEX "legacy_quarantine_last_seen_at_source_id_stream_idx" ON "legacy_quarantine"("last_seen_at" DESC, "source_id", "stream");
