-- New tables only: nothing here reads or rewrites a full table.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TYPE "routing_rule_set_state" AS ENUM ('draft', 'published', 'retired');

CREATE TYPE "availability_status" AS ENUM ('available', 'away', 'paused');

CREATE TYPE "availability_reason" AS ENUM ('own', 'office', 'missed_offers');

CREATE TYPE "work_day" AS ENUM ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun');

-- Not used below: a label may not be used in the transaction that adds it.
ALTER TYPE "audit_action" ADD VALUE 'rule_added' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'rule_changed' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'rule_moved' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'rule_removed' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'rules_discarded' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'rules_proposed' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'rules_published' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'rules_rolled_back' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'leads_paused' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'leads_resumed' BEFORE 'master_switched';

ALTER TYPE "audit_target" ADD VALUE 'rule_set' BEFORE 'rule';

CREATE TABLE "routing_rule_set" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version" INTEGER,
    "state" "routing_rule_set_state" NOT NULL,
    "rules" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "rolled_back_to" INTEGER,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "routing_rule_set_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_draft_has_no_version_yet" CHECK (("state" = 'draft') = ("version" IS NULL)),
    CONSTRAINT "what_is_in_force_says_since_when" CHECK (("state" = 'draft') = ("published_at" IS NULL)),
    CONSTRAINT "what_is_retired_says_since_when" CHECK (("state" = 'retired') = ("retired_at" IS NOT NULL)),
    CONSTRAINT "a_proposal_has_somebody_and_a_time" CHECK (("proposed_by_id" IS NULL) = ("proposed_at" IS NULL)),
    -- The first set is how the firm did it before; a way back goes to what two people have published.
    CONSTRAINT "two_people_publish" CHECK (
      "state" = 'draft' OR ("version" = 1 AND "published_by_id" IS NULL)
      OR ("rolled_back_to" IS NOT NULL AND "rolled_back_to" < "version" AND "published_by_id" IS NOT NULL)
      OR coalesce("published_by_id" <> "proposed_by_id", false)
    ),
    CONSTRAINT "rules_are_an_object" CHECK (jsonb_typeof("rules") = 'object' AND jsonb_typeof("rules" -> 'fallback') = 'object' AND jsonb_typeof("rules" -> 'rules') = 'array'),
    CONSTRAINT "a_digest_is_a_hash" CHECK ("digest" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "revisions_are_counted_up" CHECK ("revision" >= 1)
);

CREATE TABLE "routing_decision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "inquiry_id" UUID NOT NULL,
    "hop" SMALLINT NOT NULL,
    "version" INTEGER NOT NULL,
    "rule_id" UUID NOT NULL,
    "rule_name" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,
    "agent_id" UUID,
    "offer_minutes" SMALLINT NOT NULL,
    "ladder" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "considered" JSONB NOT NULL,
    "lines" JSONB NOT NULL,
    "agents" JSONB NOT NULL,
    "seed" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "routing_decision_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "decisions_are_counted_from_nought" CHECK ("hop" >= 0),
    CONSTRAINT "a_decision_goes_somewhere" CHECK (coalesce("outcome" ->> 'kind' IN ('assign', 'offer', 'offer-all', 'pond'), false)),
    CONSTRAINT "one_agent_stands_beside_the_outcome" CHECK (("agent_id" IS NOT NULL) = ("outcome" ->> 'kind' IN ('assign', 'offer'))),
    -- Nothing else can reach a decision, whatever is written above it.
    CONSTRAINT "facts_are_a_closed_list" CHECK (
      jsonb_typeof("facts") = 'object' AND "facts" - ARRAY['arrivedAt', 'door', 'sourceKey', 'tags', 'leadType', 'priceCents', 'citySlug',
        'postalCode', 'place', 'propertySubType', 'officeId', 'listingAgentId', 'knownAgentId', 'namedAgentId'] = '{}'::jsonb
    )
);

CREATE TABLE "routing_turn" (
    "rule_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "turns" INTEGER NOT NULL,
    "last_turn" INTEGER NOT NULL,

    CONSTRAINT "routing_turn_pkey" PRIMARY KEY ("rule_id","agent_id"),
    CONSTRAINT "turns_are_counted_up" CHECK ("turns" >= 1 AND "last_turn" >= "turns")
);

CREATE TABLE "agent_availability" (
    "person_id" UUID NOT NULL,
    "status" "availability_status" NOT NULL DEFAULT 'available',
    "reason" "availability_reason" NOT NULL DEFAULT 'own',
    "until" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "misses" SMALLINT NOT NULL DEFAULT 0,
    "capacity" SMALLINT,
    "min_price_cents" BIGINT,
    "max_price_cents" BIGINT,
    "city_slugs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "postal_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "areas" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "agent_availability_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "who_is_there_has_no_way_back" CHECK ("status" <> 'available' OR "until" IS NULL),
    CONSTRAINT "misses_make_nobody_paused" CHECK ("reason" <> 'missed_offers' OR "status" = 'away'),
    CONSTRAINT "misses_are_counted_from_nought" CHECK ("misses" >= 0),
    CONSTRAINT "a_capacity_is_a_number_of_leads" CHECK ("capacity" BETWEEN 1 AND 500),
    CONSTRAINT "a_band_goes_up" CHECK ("min_price_cents" >= 0 AND "min_price_cents" <= "max_price_cents" OR num_nonnulls("min_price_cents", "max_price_cents") < 2),
    CONSTRAINT "zips_have_five_digits" CHECK (array_to_string("postal_codes", '') ~ '^(\d{5})*$'),
    CONSTRAINT "areas_are_a_list" CHECK (jsonb_typeof("areas") = 'array')
);

CREATE TABLE "agent_hours" (
    "person_id" UUID NOT NULL,
    "day" "work_day" NOT NULL,
    "from_minute" SMALLINT NOT NULL,
    "until_minute" SMALLINT NOT NULL,

    CONSTRAINT "agent_hours_pkey" PRIMARY KEY ("person_id","day","from_minute"),
    CONSTRAINT "hours_lie_in_a_day" CHECK ("from_minute" >= 0 AND "from_minute" < "until_minute" AND "until_minute" <= 1440),
    CONSTRAINT "hours_do_not_overlap" EXCLUDE USING gist ("person_id" WITH =, "day" WITH =, int4range("from_minute", "until_minute") WITH &&)
);

CREATE TABLE "agent_vacation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "agent_vacation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_vacation_ends_after_it_begins" CHECK ("starts_on" <= "ends_on"),
    CONSTRAINT "vacations_do_not_overlap" EXCLUDE USING gist ("person_id" WITH =, daterange("starts_on", "ends_on", '[]') WITH &&)
);

CREATE UNIQUE INDEX "routing_rule_set_version_key" ON "routing_rule_set"("version");

CREATE INDEX "routing_rule_set_created_by_id_idx" ON "routing_rule_set"("created_by_id");

CREATE INDEX "routing_rule_set_proposed_by_id_idx" ON "routing_rule_set"("proposed_by_id");

CREATE INDEX "routing_rule_set_published_by_id_idx" ON "routing_rule_set"("published_by_id");

CREATE INDEX "routing_decision_version_idx" ON "routing_decision"("version");

CREATE INDEX "routing_decision_agent_id_decided_at_idx" ON "routing_decision"("agent_id", "decided_at" DESC);

CREATE INDEX "routing_decision_decided_at_idx" ON "routing_decision"("decided_at" DESC);

CREATE UNIQUE INDEX "routing_decision_inquiry_id_hop_key" ON "routing_decision"("inquiry_id", "hop");

CREATE INDEX "routing_turn_agent_id_idx" ON "routing_turn"("agent_id");

CREATE UNIQUE INDEX "routing_turn_rule_id_last_turn_key" ON "routing_turn"("rule_id", "last_turn");

CREATE INDEX "agent_vacation_person_id_starts_on_idx" ON "agent_vacation"("person_id", "starts_on");

ALTER TABLE "routing_rule_set" ADD CONSTRAINT "routing_rule_set_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "routing_rule_set" ADD CONSTRAINT "routing_rule_set_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "routing_rule_set" ADD CONSTRAINT "routing_rule_set_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "routing_decision" ADD CONSTRAINT "routing_decision_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "routing_decision" ADD CONSTRAINT "routing_decision_version_fkey" FOREIGN KEY ("version") REFERENCES "routing_rule_set"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "routing_decision" ADD CONSTRAINT "routing_decision_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "routing_turn" ADD CONSTRAINT "routing_turn_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agent_availability" ADD CONSTRAINT "agent_availability_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agent_hours" ADD CONSTRAINT "agent_hours_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agent_vacation" ADD CONSTRAINT "agent_vacation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- There is one set in force, and one draft at most.
CREATE UNIQUE INDEX "one_rule_set_is_published" ON "routing_rule_set"("state") WHERE "state" = 'published';
CREATE UNIQUE INDEX "one_rule_set_is_a_draft" ON "routing_rule_set"("state") WHERE "state" = 'draft';
-- How many leads somebody has open is counted with each decision.
CREATE INDEX "open_leads_of_somebody" ON "inquiry"("agent_id") WHERE "state" = 'open';

-- What has been published stays as it was: decisions refer to it.
CREATE FUNCTION published_rules_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (OLD.rules, OLD.digest, OLD.version, OLD.created_by_id, OLD.proposed_by_id, OLD.published_by_id, OLD.published_at, OLD.rolled_back_to)
     IS DISTINCT FROM (NEW.rules, NEW.digest, NEW.version, NEW.created_by_id, NEW.proposed_by_id, NEW.published_by_id, NEW.published_at, NEW.rolled_back_to)
     OR OLD.state = 'retired' THEN
    RAISE EXCEPTION 'Rules that were published are not changed: write a draft.' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "published_rules_stay" BEFORE UPDATE OR DELETE ON "routing_rule_set" FOR EACH ROW
  WHEN (OLD.state <> 'draft') EXECUTE FUNCTION published_rules_stay();

-- A decision is history. It goes with its lead, and not before.
CREATE FUNCTION routing_decisions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM inquiry WHERE id = OLD.inquiry_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'What was decided about a lead is not changed: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "routing_decisions_stay" BEFORE UPDATE OR DELETE ON "routing_decision" FOR EACH ROW
  EXECUTE FUNCTION routing_decisions_stay();

CREATE TRIGGER "routing_rule_set_is_live" AFTER INSERT OR UPDATE OR DELETE ON "routing_rule_set" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'leads');
CREATE TRIGGER "agent_availability_is_live" AFTER INSERT OR UPDATE ON "agent_availability" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'leads');

-- How the firm did it until now: known clients to their agent (a line of its own, before all rules), else the listing
-- agent, else the manager of the town's office, else the default person.
INSERT INTO "routing_rule_set" ("version", "state", "rules", "digest", "created_at", "edited_at", "published_at") VALUES
  (1, 'published', '{"rules":[],"fallback":{"id":"00000000-0000-4000-8000-000000000009","name":"Everybody else","method":{"kind":"usual"},"handOver":"assign","offerMinutes":5,"ladder":{"clock":"always","steps":[]}}}',
   '4f3257227e33e4a73f8999407ebfc17b7f09be7664ac8fa2eb419062052b61d1', now(), now(), now());
