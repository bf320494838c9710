-- Evidence that both sides hold the same: ranges of ids whose digests were compared, and what differed.
CREATE TABLE "legacy_reconciliation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "stream" "legacy_stream" NOT NULL,
    "ranges" INTEGER NOT NULL DEFAULT 0,
    "differing_ranges" INTEGER NOT NULL DEFAULT 0,
    "compared" INTEGER NOT NULL DEFAULT 0,
    "queries" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "surplus" INTEGER NOT NULL DEFAULT 0,
    "healed" INTEGER NOT NULL DEFAULT 0,
    "examples" TEXT[] NOT NULL DEFAULT '{}',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "legacy_reconciliation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "what_is_healed_was_different" CHECK ("healed" BETWEEN 0 AND "changed" + "missing" + "surplus"),
    CONSTRAINT "only_compared_ranges_differ" CHECK ("differing_ranges" BETWEEN 0 AND "ranges")
);

CREATE INDEX "legacy_reconciliation_stream_started_at_idx" ON "legacy_reconciliation"("stream", "started_at" DESC);
