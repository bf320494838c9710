-- Who holds the truth about a feature while the old system and this one run side by side, and who said so.
CREATE TYPE "cutover_feature_name" AS ENUM ('contacts', 'listings', 'saved_searches', 'alerts', 'notes', 'tasks', 'appointments', 'deals', 'leads');
CREATE TYPE "cutover_master" AS ENUM ('legacy', 'both', 'palmetto');

CREATE TABLE "cutover_switch" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "feature" "cutover_feature_name" NOT NULL,
    "version" INTEGER NOT NULL,
    "from_master" "cutover_master",
    "to_master" "cutover_master" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "why" TEXT NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "cutover_switch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_switch_says_why" CHECK (btrim("why") <> ''),
    CONSTRAINT "a_switch_goes_one_step" CHECK ("from_master" IS NULL OR ("from_master" = 'both') <> ("to_master" = 'both')),
    CONSTRAINT "only_the_first_was_made_by_nobody" CHECK (("version" = 1) = ("from_master" IS NULL) AND ("version" = 1 OR "by_id" IS NOT NULL)),
    CONSTRAINT "cutover_switch_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "cutover_switch_feature_version_key" ON "cutover_switch"("feature", "version");
CREATE UNIQUE INDEX "cutover_switch_feature_version_to_master_key" ON "cutover_switch"("feature", "version", "to_master");

CREATE TABLE "cutover_feature" (
    "feature" "cutover_feature_name" NOT NULL,
    "master" "cutover_master" NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "cutover_feature_pkey" PRIMARY KEY ("feature"),
    -- No master without the switch that made it one.
    CONSTRAINT "cutover_feature_feature_version_master_fkey" FOREIGN KEY ("feature", "version", "master")
      REFERENCES "cutover_switch"("feature", "version", "to_master") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "cutover_feature_feature_version_master_key" ON "cutover_feature"("feature", "version", "master");

CREATE FUNCTION refuse_switch_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'cutover_switch is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER cutover_switch_is_append_only BEFORE UPDATE OR DELETE ON "cutover_switch"
  FOR EACH ROW EXECUTE FUNCTION refuse_switch_change();

-- How things stand on the day of this migration.
INSERT INTO "cutover_switch" ("feature", "version", "to_master", "at", "why") VALUES
  ('contacts', 1, 'both', now(), 'People keep them in both systems.'),
  ('listings', 1, 'legacy', now(), 'They are kept in the old system; nothing here writes them.'),
  ('saved_searches', 1, 'both', now(), 'People keep them in both systems.'),
  ('alerts', 1, 'both', now(), 'Palmetto sends alerts while the old engine still runs beside it.'),
  ('notes', 1, 'both', now(), 'People keep them in both systems.'),
  ('tasks', 1, 'both', now(), 'People keep them in both systems.'),
  ('appointments', 1, 'legacy', now(), 'The old calendar has them all; what is made here is not written across yet.'),
  ('deals', 1, 'legacy', now(), 'They are kept in the old system.'),
  ('leads', 1, 'legacy', now(), 'The old website takes most of them in; what comes in here is not written across.');
INSERT INTO "cutover_feature" ("feature", "master", "version") SELECT "feature", "to_master", "version" FROM "cutover_switch";

-- Who switched a master is a deed.
ALTER TYPE "audit_action" ADD VALUE 'master_switched' BEFORE 'job_paused';
ALTER TYPE "audit_target" ADD VALUE 'feature' BEFORE 'job';
CREATE OR REPLACE FUNCTION audit_fields_are_known(fields jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_typeof(fields) = 'object'
     AND fields - ARRAY['role', 'officeId', 'teamId', 'assistsId', 'successorId', 'contacts', 'sessions', 'name',
                        'state', 'reason', 'runId', 'master'] = '{}'::jsonb
$$;
