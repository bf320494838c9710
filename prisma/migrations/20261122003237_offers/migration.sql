-- New tables, and columns without a default: nothing here reads or rewrites a full table.
CREATE TYPE "offer_state" AS ENUM ('offered', 'seen', 'accepted', 'passed', 'timed_out', 'withdrawn');
CREATE TYPE "offer_kind" AS ENUM ('direct', 'first_to_claim');
CREATE TYPE "offer_channel" AS ENUM ('slack', 'mail', 'push', 'app', 'api');
CREATE TYPE "offer_pass_reason" AS ENUM ('busy', 'away', 'out_of_area', 'price_range', 'conflict', 'other');
CREATE TYPE "ladder_act" AS ENUM ('re_ping', 'next_agent', 'team_lead', 'manager', 'pond', 'fallback');

CREATE TABLE "lead_pond" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "office_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "lead_pond_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "lead_pond_name_key" ON "lead_pond"("name");
CREATE INDEX "lead_pond_office_id_idx" ON "lead_pond"("office_id");
ALTER TABLE "lead_pond" ADD CONSTRAINT "lead_pond_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "inquiry" ADD COLUMN "pond_id" UUID, ADD COLUMN "ponded_at" TIMESTAMPTZ(3), ADD COLUMN "joins_id" UUID;
-- Small table: a lead is a row of some hundred bytes, and there are some thousand a month.
CREATE INDEX "inquiry_pond_id_idx" ON "inquiry"("pond_id");
CREATE INDEX "inquiry_joins_id_idx" ON "inquiry"("joins_id");
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_pond_id_fkey" FOREIGN KEY ("pond_id") REFERENCES "lead_pond"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "inquiry" VALIDATE CONSTRAINT "inquiry_pond_id_fkey";
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_joins_id_fkey" FOREIGN KEY ("joins_id") REFERENCES "inquiry"("id") ON DELETE SET NULL ON UPDATE CASCADE NOT VALID;
ALTER TABLE "inquiry" VALIDATE CONSTRAINT "inquiry_joins_id_fkey";
ALTER TABLE "inquiry" ADD CONSTRAINT "what_lies_in_a_pond_says_in_which" CHECK ("state" <> 'pond' OR ("pond_id" IS NOT NULL AND "ponded_at" IS NOT NULL)) NOT VALID;
ALTER TABLE "inquiry" VALIDATE CONSTRAINT "what_lies_in_a_pond_says_in_which";
ALTER TABLE "inquiry" ADD CONSTRAINT "what_is_held_out_is_nobodys_yet" CHECK ("state" NOT IN ('offered', 'pond') OR "agent_id" IS NULL) NOT VALID;
ALTER TABLE "inquiry" VALIDATE CONSTRAINT "what_is_held_out_is_nobodys_yet";
-- What is looked at each minute: leads that wait for somebody.
CREATE INDEX "leads_that_wait" ON "inquiry"("received_at") WHERE "state" IN ('received', 'offered', 'pond');

CREATE TABLE "lead_offer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "inquiry_id" UUID NOT NULL,
    "hop" SMALLINT NOT NULL,
    "kind" "offer_kind" NOT NULL,
    "state" "offer_state" NOT NULL DEFAULT 'offered',
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ladder" JSONB NOT NULL,
    "rung" SMALLINT NOT NULL DEFAULT 0,
    "seen_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_via" "offer_channel",
    "winner_id" UUID,
    "handed_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "lead_offer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "an_offer_counts_from_nought" CHECK ("hop" >= 0 AND "rung" >= 0),
    CONSTRAINT "an_offer_has_time" CHECK ("expires_at" > "offered_at"),
    CONSTRAINT "an_offer_is_live_or_has_an_end" CHECK (("state" IN ('offered', 'seen')) = ("ended_at" IS NULL)),
    CONSTRAINT "who_accepts_has_it" CHECK (("state" = 'accepted') = ("winner_id" IS NOT NULL)),
    CONSTRAINT "what_was_seen_has_a_time" CHECK ("state" <> 'seen' OR "seen_at" IS NOT NULL)
);
CREATE UNIQUE INDEX "lead_offer_inquiry_id_hop_key" ON "lead_offer"("inquiry_id", "hop");
CREATE INDEX "lead_offer_id_winner_id_idx" ON "lead_offer"("id", "winner_id");
CREATE INDEX "lead_offer_expires_at_idx" ON "lead_offer"("expires_at");
-- A lead is never held out twice at once.
CREATE UNIQUE INDEX "a_lead_has_one_live_offer" ON "lead_offer"("inquiry_id") WHERE "ended_at" IS NULL;
ALTER TABLE "lead_offer" ADD CONSTRAINT "lead_offer_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "lead_offer_person" (
    "offer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "extended_at" TIMESTAMPTZ(3),
    "passed_at" TIMESTAMPTZ(3),
    "pass_reason" "offer_pass_reason",
    "missed_at" TIMESTAMPTZ(3),
    "won_at" TIMESTAMPTZ(3),

    CONSTRAINT "lead_offer_person_pkey" PRIMARY KEY ("offer_id", "person_id"),
    CONSTRAINT "who_passes_says_why" CHECK (("passed_at" IS NULL) = ("pass_reason" IS NULL)),
    CONSTRAINT "one_end_for_each_who_is_asked" CHECK (num_nonnulls("passed_at", "missed_at", "won_at") <= 1)
);
CREATE INDEX "lead_offer_person_person_id_asked_at_idx" ON "lead_offer_person"("person_id", "asked_at" DESC);
ALTER TABLE "lead_offer_person" ADD CONSTRAINT "lead_offer_person_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "lead_offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "lead_offer_person" ADD CONSTRAINT "lead_offer_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Only who was asked wins.
ALTER TABLE "lead_offer" ADD CONSTRAINT "lead_offer_id_winner_id_fkey" FOREIGN KEY ("id", "winner_id") REFERENCES "lead_offer_person"("offer_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE TABLE "lead_ladder_step" (
    "offer_id" UUID NOT NULL,
    "rung" SMALLINT NOT NULL,
    "act" "ladder_act" NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_ladder_step_pkey" PRIMARY KEY ("offer_id", "rung")
);
ALTER TABLE "lead_ladder_step" ADD CONSTRAINT "lead_ladder_step_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "lead_offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TRIGGER "lead_offer_is_live" AFTER INSERT OR UPDATE ON "lead_offer" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'leads');
