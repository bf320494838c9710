-- The source as it was last read, and the walks by id that find what no date of change can tell.
CREATE TABLE "legacy_document" (
    "stream" "legacy_stream" NOT NULL,
    "source_id" TEXT NOT NULL,
    "source_order" BYTEA NOT NULL,
    "id_json" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3),
    "hash" BYTEA NOT NULL,
    "raw" BYTEA NOT NULL,
    "applied_version" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "gone_at" TIMESTAMPTZ(3),
    "removed_target" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "legacy_document_pkey" PRIMARY KEY ("stream", "source_id"),
    CONSTRAINT "a_hash_is_a_sha256" CHECK (octet_length("hash") = 32),
    CONSTRAINT "only_what_is_gone_took_its_row" CHECK ("gone_at" IS NOT NULL OR NOT "removed_target")
);

CREATE INDEX "legacy_document_stream_source_order_idx" ON "legacy_document"("stream", "source_order");
CREATE INDEX "legacy_document_stream_applied_version_idx" ON "legacy_document"("stream", "applied_version");

CREATE TABLE "legacy_sweep" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "stream" "legacy_stream" NOT NULL,
    "lane" INTEGER NOT NULL DEFAULT 0,
    "id_json" TEXT,
    "read" INTEGER NOT NULL DEFAULT 0,
    "inserted" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "quarantined" INTEGER NOT NULL DEFAULT 0,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "gone" INTEGER NOT NULL DEFAULT 0,
    "brake" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "legacy_sweep_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_sweep_adds_up" CHECK ("read" = "inserted" + "updated" + "unchanged" + "quarantined"),
    CONSTRAINT "only_what_was_missing_is_gone" CHECK ("gone" BETWEEN 0 AND "missing"),
    CONSTRAINT "a_brake_lets_nothing_go" CHECK ("brake" IS NULL OR "gone" = 0)
);

CREATE INDEX "legacy_sweep_stream_started_at_idx" ON "legacy_sweep"("stream", "started_at" DESC);
-- One walk at a time through each collection.
CREATE UNIQUE INDEX "one_open_sweep_a_stream" ON "legacy_sweep"("stream") WHERE "ended_at" IS NULL;

CREATE TABLE "legacy_absence" (
    "sweep_id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "legacy_absence_pkey" PRIMARY KEY ("sweep_id", "source_id"),
    CONSTRAINT "legacy_absence_sweep_id_fkey" FOREIGN KEY ("sweep_id") REFERENCES "legacy_sweep"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
