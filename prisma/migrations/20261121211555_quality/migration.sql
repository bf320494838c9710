-- New tables only: nothing here reads or rewrites a full one.
CREATE TYPE "quality_stream" AS ENUM ('people', 'contacts', 'listings', 'saved_searches', 'mails', 'legacy');
CREATE TYPE "quality_outcome" AS ENUM ('clean', 'found', 'failed');
CREATE TYPE "quality_end" AS ENUM ('mended', 'repaired', 'retired');

CREATE TABLE "quality_issue" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "rule_key" TEXT NOT NULL,
    "stream" "quality_stream" NOT NULL,
    "record_id" TEXT NOT NULL,
    "sample" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_because" "quality_end",
    "recurrence" INTEGER NOT NULL DEFAULT 0,
    "assignee_id" UUID,
    "assigned_at" TIMESTAMPTZ(3),

    CONSTRAINT "quality_issue_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "an_issue_that_is_closed_says_why" CHECK (("closed_at" IS NULL) = ("closed_because" IS NULL)),
    CONSTRAINT "an_issue_is_seen_before_it_is_seen_last" CHECK ("last_seen_at" >= "first_seen_at"),
    CONSTRAINT "an_issue_tells_little" CHECK (length("sample") <= 200),
    CONSTRAINT "an_assigned_issue_says_since_when" CHECK ("assignee_id" IS NULL OR "assigned_at" IS NOT NULL),
    CONSTRAINT "an_issue_comes_back_or_not" CHECK ("recurrence" >= 0)
);
CREATE TABLE "quality_mute" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "rule_key" TEXT NOT NULL,
    "record_id" TEXT,
    "reason" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "muted_at" TIMESTAMPTZ(3) NOT NULL,
    "muted_by_id" UUID,

    CONSTRAINT "quality_mute_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "who_mutes_says_why" CHECK (btrim("reason") <> ''),
    CONSTRAINT "a_mute_lasts" CHECK ("until" > "muted_at")
);
CREATE TABLE "quality_check" (
    "rule_key" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "quality_outcome" NOT NULL,
    "found" INTEGER NOT NULL,
    "is_cut" BOOLEAN NOT NULL DEFAULT false,
    "took_ms" INTEGER NOT NULL,
    "problem" TEXT,
    "clean_since" TIMESTAMPTZ(3),

    CONSTRAINT "quality_check_pkey" PRIMARY KEY ("rule_key"),
    CONSTRAINT "a_check_that_failed_says_why" CHECK (("outcome" = 'failed') = ("problem" IS NOT NULL)),
    CONSTRAINT "clean_is_what_finds_nothing" CHECK (("outcome" = 'clean') = ("clean_since" IS NOT NULL)),
    CONSTRAINT "a_check_finds_what_it_says" CHECK ("outcome" = 'failed' OR ("outcome" = 'clean') = ("found" = 0))
);
CREATE TABLE "quality_score" (
    "stream" "quality_stream" NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL,
    "records" INTEGER NOT NULL,
    "lost_tenths" INTEGER NOT NULL,
    "critical" INTEGER NOT NULL,
    "serious" INTEGER NOT NULL,
    "minor" INTEGER NOT NULL,
    "muted" INTEGER NOT NULL,
    "failed_rules" INTEGER NOT NULL,

    CONSTRAINT "quality_score_pkey" PRIMARY KEY ("stream", "measured_at"),
    CONSTRAINT "a_score_counts" CHECK (LEAST("records", "lost_tenths", "critical", "serious", "minor", "muted", "failed_rules") >= 0)
);
CREATE TABLE "quality_repair" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "batch_id" UUID NOT NULL,
    "rule_key" TEXT NOT NULL,
    "issue_id" UUID NOT NULL,
    "record_id" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "repaired_at" TIMESTAMPTZ(3) NOT NULL,
    "repaired_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "quality_repair_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_repair_changes_something" CHECK ("before" <> "after"),
    CONSTRAINT "who_takes_back_does_so_at_a_time" CHECK ("undone_by_id" IS NULL OR "undone_at" IS NOT NULL),
    CONSTRAINT "a_repair_is_taken_back_or_refused" CHECK ("undone_at" IS NULL OR "refused_at" IS NULL)
);

-- An issue is open once, muted once, and repaired once at a time, whoever else is at it.
CREATE UNIQUE INDEX "quality_issue_open" ON "quality_issue"("rule_key", "record_id") WHERE "closed_at" IS NULL;
CREATE UNIQUE INDEX "quality_mute_once" ON "quality_mute"("rule_key", coalesce("record_id", ''));
CREATE UNIQUE INDEX "quality_repair_standing" ON "quality_repair"("issue_id") WHERE "undone_at" IS NULL;
-- The list of a rule, the longest known first.
CREATE INDEX "quality_issue_of_rule" ON "quality_issue"("rule_key", "first_seen_at", "id") WHERE "closed_at" IS NULL;
CREATE INDEX "quality_issue_of_stream" ON "quality_issue"("stream", "record_id") WHERE "closed_at" IS NULL;

CREATE INDEX "quality_issue_rule_key_record_id_idx" ON "quality_issue"("rule_key", "record_id");
CREATE INDEX "quality_issue_assignee_id_idx" ON "quality_issue"("assignee_id");
CREATE INDEX "quality_issue_closed_at_idx" ON "quality_issue"("closed_at");
CREATE INDEX "quality_mute_muted_by_id_idx" ON "quality_mute"("muted_by_id");
CREATE INDEX "quality_score_measured_at_idx" ON "quality_score"("measured_at");
CREATE UNIQUE INDEX "quality_repair_batch_id_issue_id_key" ON "quality_repair"("batch_id", "issue_id");
CREATE INDEX "quality_repair_issue_id_idx" ON "quality_repair"("issue_id");
CREATE INDEX "quality_repair_rule_key_repaired_at_idx" ON "quality_repair"("rule_key", "repaired_at" DESC);
CREATE INDEX "quality_repair_repaired_at_idx" ON "quality_repair"("repaired_at");
CREATE INDEX "quality_repair_repaired_by_id_idx" ON "quality_repair"("repaired_by_id");
CREATE INDEX "quality_repair_undone_by_id_idx" ON "quality_repair"("undone_by_id");

ALTER TABLE "quality_issue" ADD CONSTRAINT "quality_issue_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "quality_mute" ADD CONSTRAINT "quality_mute_muted_by_id_fkey" FOREIGN KEY ("muted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "quality_repair" ADD CONSTRAINT "quality_repair_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "quality_issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "quality_repair" ADD CONSTRAINT "quality_repair_repaired_by_id_fkey" FOREIGN KEY ("repaired_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "quality_repair" ADD CONSTRAINT "quality_repair_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- How many records somebody muted or repaired at once.
CREATE OR REPLACE FUNCTION audit_fields_are_known(fields jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_typeof(fields) = 'object'
     AND fields - ARRAY['role', 'officeId', 'teamId', 'assistsId', 'successorId', 'contacts', 'sessions', 'name',
                        'state', 'reason', 'runId', 'master', 'stage', 'records'] = '{}'::jsonb
$$;

CREATE TRIGGER "quality_issue_is_live" AFTER INSERT OR UPDATE ON "quality_issue" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'quality');
CREATE TRIGGER "quality_mute_is_live" AFTER INSERT OR UPDATE OR DELETE ON "quality_mute" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'quality');
CREATE TRIGGER "quality_check_is_live" AFTER INSERT OR UPDATE ON "quality_check" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'quality');
CREATE TRIGGER "quality_score_is_live" AFTER INSERT ON "quality_score" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'quality');
