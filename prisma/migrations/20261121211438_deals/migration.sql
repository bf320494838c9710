-- New tables, and a function with one more word: nothing here reads or rewrites a full table.
CREATE TYPE "deal_side" AS ENUM ('buyer', 'seller', 'both');
CREATE TYPE "deal_stage" AS ENUM ('prospect', 'active', 'offer', 'under_contract', 'closing', 'closed', 'lost');
CREATE TYPE "deal_lost_reason" AS ENUM ('financing', 'inspection', 'appraisal', 'price', 'other_home', 'other_agent', 'changed_mind', 'no_answer', 'other');
CREATE TYPE "deal_milestone_kind" AS ENUM ('inspection', 'financing', 'appraisal', 'walk_through', 'closing');

CREATE TABLE "deal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "contact_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "listing_id" UUID,
    "listing_key" TEXT,
    "side" "deal_side" NOT NULL,
    "stage" "deal_stage" NOT NULL DEFAULT 'prospect',
    "lost_reason" "deal_lost_reason",
    "price_cents" BIGINT,
    "commission_bps" INTEGER,
    "address_text" TEXT,
    "expected_close_on" DATE,
    "closed_on" DATE,
    "stage_since" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_closed_deal_has_its_day" CHECK (("stage" = 'closed') = ("closed_on" IS NOT NULL)),
    CONSTRAINT "a_lost_deal_says_why" CHECK (("stage" = 'lost') = ("lost_reason" IS NOT NULL)),
    CONSTRAINT "a_price_is_one" CHECK ("price_cents" > 0),
    CONSTRAINT "a_commission_is_a_share" CHECK ("commission_bps" BETWEEN 0 AND 10000),
    CONSTRAINT "an_address_is_one_line" CHECK ("address_text" !~ '[\r\n]' AND btrim("address_text") <> ''),
    CONSTRAINT "versions_count_up" CHECK ("version" > 0),
    CONSTRAINT "deal_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "deal_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "deal_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "deal_agent_id_updated_at_id_idx" ON "deal"("agent_id", "updated_at" DESC, "id" DESC);
CREATE INDEX "deal_stage_updated_at_id_idx" ON "deal"("stage", "updated_at" DESC, "id" DESC);
CREATE INDEX "deal_updated_at_id_idx" ON "deal"("updated_at" DESC, "id" DESC);
CREATE INDEX "deal_contact_id_idx" ON "deal"("contact_id");
CREATE INDEX "deal_listing_id_idx" ON "deal"("listing_id");
-- Deals whose listing has not come over: asked whenever listings arrive.
CREATE INDEX "deals_that_wait_for_a_listing" ON "deal"("listing_key") WHERE "listing_id" IS NULL AND "listing_key" IS NOT NULL;

CREATE TABLE "deal_milestone" (
    "deal_id" UUID NOT NULL,
    "kind" "deal_milestone_kind" NOT NULL,
    "due_on" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "deal_milestone_pkey" PRIMARY KEY ("deal_id", "kind"),
    CONSTRAINT "deal_milestone_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TRIGGER "deal_is_live" AFTER INSERT OR UPDATE OR DELETE ON "deal" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'deals');
CREATE TRIGGER "deal_milestone_is_live" AFTER INSERT OR UPDATE OR DELETE ON "deal_milestone" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'deals');

-- To which stage a deal was moved.
CREATE OR REPLACE FUNCTION audit_fields_are_known(fields jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_typeof(fields) = 'object'
     AND fields - ARRAY['role', 'officeId', 'teamId', 'assistsId', 'successorId', 'contacts', 'sessions', 'name',
                        'state', 'reason', 'runId', 'master', 'stage'] = '{}'::jsonb
$$;
