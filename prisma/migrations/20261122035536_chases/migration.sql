-- New tables alone, and labels that are not used below: nothing here reads or rewrites a full table.
ALTER TYPE "audit_action" ADD VALUE 'lead_rerouted' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'lead_brought_back' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'chase_changed' BEFORE 'master_switched';

CREATE TYPE "chase_act" AS ENUM ('remind', 'team_lead', 'manager', 'take_back');
CREATE TYPE "chase_end" AS ENUM ('worked', 'moved_on', 'taken_back', 'exhausted');

CREATE TABLE "lead_chase" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "inquiry_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "course" JSONB NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end" "chase_end",

    CONSTRAINT "lead_chase_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_chase_has_a_next_step_or_an_end" CHECK (("next_at" IS NULL) = ("ended_at" IS NOT NULL) AND ("ended_at" IS NULL) = ("end" IS NULL)),
    CONSTRAINT "a_chase_has_steps" CHECK (coalesce(jsonb_typeof("course" -> 'steps') = 'array', false))
);
CREATE INDEX "lead_chase_inquiry_id_started_at_idx" ON "lead_chase"("inquiry_id", "started_at");
CREATE INDEX "lead_chase_agent_id_idx" ON "lead_chase"("agent_id");
CREATE INDEX "lead_chase_next_at_idx" ON "lead_chase"("next_at");
-- Who has a lead is chased once at a time.
CREATE UNIQUE INDEX "a_lead_has_one_live_chase" ON "lead_chase"("inquiry_id") WHERE "ended_at" IS NULL;
ALTER TABLE "lead_chase" ADD CONSTRAINT "lead_chase_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "lead_chase" ADD CONSTRAINT "lead_chase_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "lead_chase_step" (
    "chase_id" UUID NOT NULL,
    "rung" SMALLINT NOT NULL,
    "act" "chase_act" NOT NULL,
    "person_id" UUID,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_chase_step_pkey" PRIMARY KEY ("chase_id", "rung"),
    CONSTRAINT "steps_are_counted_from_nought" CHECK ("rung" >= 0)
);
CREATE INDEX "lead_chase_step_person_id_idx" ON "lead_chase_step"("person_id");
ALTER TABLE "lead_chase_step" ADD CONSTRAINT "lead_chase_step_chase_id_fkey" FOREIGN KEY ("chase_id") REFERENCES "lead_chase"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "lead_chase_step" ADD CONSTRAINT "lead_chase_step_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "lead_chase_setting" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "course" JSONB NOT NULL,

    CONSTRAINT "lead_chase_setting_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "there_is_one_chase_setting" CHECK ("id" = 1)
);

CREATE TRIGGER "lead_chase_is_live" AFTER INSERT OR UPDATE ON "lead_chase" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'leads');

-- For leads that are given from now on: nobody is chased for what they had before.
INSERT INTO "lead_chase_setting" ("course") VALUES
  ('{"isOn":true,"clock":"office-hours","steps":[{"act":"remind","afterMinutes":15},{"act":"team-lead","afterMinutes":60},{"act":"manager","afterMinutes":120},{"act":"take-back","afterMinutes":240}],"repeatMinutes":240,"backTo":null}');
