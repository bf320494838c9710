-- The provider's own words when it took an alarm.
ALTER TABLE "incident_notice" ADD COLUMN "reply" TEXT;

-- The failure of the day, made on purpose.
CREATE TYPE "fire_drill_outcome" AS ENUM ('arrived', 'late', 'missing');
CREATE TABLE "fire_drill" (
    "day" DATE NOT NULL,
    "job_run_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "incident_id" UUID,
    "outcome" "fire_drill_outcome",
    "arrivals" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "fire_drill_pkey" PRIMARY KEY ("day")
);
CREATE UNIQUE INDEX "fire_drill_job_run_id_key" ON "fire_drill"("job_run_id");
CREATE UNIQUE INDEX "fire_drill_incident_id_key" ON "fire_drill"("incident_id");
ALTER TABLE "fire_drill" ADD CONSTRAINT "fire_drill_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "fire_drill" ADD CONSTRAINT "arrivals_are_a_list" CHECK (jsonb_typeof("arrivals") = 'array');
CREATE TRIGGER "fire_drill_is_live" AFTER INSERT OR UPDATE ON "fire_drill" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'jobs');
