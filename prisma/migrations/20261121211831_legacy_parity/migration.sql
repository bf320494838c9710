-- What the old system says, compared with what stands here field by field; and switches that were tried before they were made.
CREATE TABLE "legacy_parity" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "stream" "legacy_stream" NOT NULL,
    "after_source_id" TEXT,
    "compared" INTEGER NOT NULL DEFAULT 0,
    "equal" INTEGER NOT NULL DEFAULT 0,
    "differing" INTEGER NOT NULL DEFAULT 0,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "surplus" INTEGER NOT NULL DEFAULT 0,
    "only_here" INTEGER NOT NULL DEFAULT 0,
    "quarantined" INTEGER NOT NULL DEFAULT 0,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "legacy_parity_pkey" PRIMARY KEY ("id"),
    -- Whatever was compared is equal, or counted as one kind of unequal.
    CONSTRAINT "parity_adds_up" CHECK ("compared" = "equal" + "differing" + "missing" + "surplus" + "only_here"),
    CONSTRAINT "parity_is_not_negative" CHECK (LEAST("compared", "equal", "differing", "missing", "surplus", "only_here", "quarantined") >= 0)
);
CREATE INDEX "legacy_parity_stream_started_at_idx" ON "legacy_parity"("stream", "started_at" DESC);
-- One pass at a time through each stream.
CREATE UNIQUE INDEX "legacy_parity_underway" ON "legacy_parity"("stream") WHERE "ended_at" IS NULL;

CREATE TYPE "mismatch_kind" AS ENUM ('differs', 'missing', 'surplus', 'only_here');
CREATE TABLE "legacy_mismatch" (
    "stream" "legacy_stream" NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "mismatch_kind" NOT NULL,
    "target_id" UUID,
    "fields" JSONB NOT NULL DEFAULT '[]',
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "legacy_mismatch_pkey" PRIMARY KEY ("stream", "key"),
    CONSTRAINT "a_difference_names_its_fields" CHECK (("kind" = 'differs') = (jsonb_array_length("fields") > 0)),
    CONSTRAINT "a_mismatch_was_seen_before_it_was_resolved" CHECK ("first_seen_at" <= "last_seen_at" AND "resolved_at" >= "last_seen_at")
);
CREATE INDEX "legacy_mismatch_stream_last_seen_at_key_idx" ON "legacy_mismatch"("stream", "last_seen_at" DESC, "key");

CREATE TABLE "legacy_rehearsal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "feature" "cutover_feature_name" NOT NULL,
    "steps" JSONB NOT NULL DEFAULT '[]',
    "passed" BOOLEAN,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "legacy_rehearsal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_rehearsal_that_ended_has_a_verdict" CHECK (("passed" IS NULL) = ("ended_at" IS NULL)),
    CONSTRAINT "legacy_rehearsal_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "legacy_rehearsal_feature_requested_at_idx" ON "legacy_rehearsal"("feature", "requested_at" DESC);
-- Two who press at once get one rehearsal.
CREATE UNIQUE INDEX "legacy_rehearsal_underway" ON "legacy_rehearsal"("feature") WHERE "ended_at" IS NULL;

CREATE TRIGGER "legacy_parity_is_live" AFTER INSERT OR UPDATE ON "legacy_parity" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'cutover');
CREATE TRIGGER "legacy_rehearsal_is_live" AFTER INSERT OR UPDATE ON "legacy_rehearsal" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'cutover');
CREATE TRIGGER "cutover_feature_is_live" AFTER UPDATE ON "cutover_feature" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'cutover');
