-- Rows of whatever kind that stand without somebody whom their document names. The next runs read all documents that we
-- keep once more, and mark them. The index is empty when it is made, and reads the table once: on a large live table
-- build it beforehand, CONCURRENTLY, under this name.
CREATE INDEX IF NOT EXISTS "legacy_record_wants" ON "legacy_record" USING GIN (("extra" -> '$wants')) WHERE "extra" ? '$wants';
DROP INDEX IF EXISTS "legacy_record_waits_for_agent";
DROP INDEX IF EXISTS "legacy_record_waits_for_listing";

CREATE TABLE "legacy_arrival" (
    "stream" "legacy_stream" NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "legacy_arrival_pkey" PRIMARY KEY ("stream","source_id")
);
