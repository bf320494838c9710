-- Who wanted a search. A search from the old system is known by its first version, which nobody here made; of the
-- searches that agents have set up so far nothing is claimed.
CREATE TYPE "consent_source" AS ENUM ('DoubleOptIn', 'Inquiry', 'AgentStatement', 'LegacyImport');

CREATE TABLE "search_consent" (
    "search_id" UUID NOT NULL,
    "source" "consent_source" NOT NULL,
    "consented_at" TIMESTAMPTZ(3) NOT NULL,
    "consent_text" TEXT NOT NULL,
    "network_hash" BYTEA,
    "criteria_version" INTEGER NOT NULL DEFAULT 1,
    "record_id" UUID,
    "stated_by_id" UUID,
    "asked_in_mail_id" UUID,

    CONSTRAINT "search_consent_pkey" PRIMARY KEY ("search_id"),
    CONSTRAINT "their_own_word_is_on_record" CHECK ("source" NOT IN ('DoubleOptIn', 'Inquiry') OR "record_id" IS NOT NULL)
);
CREATE INDEX "search_consent_stated_by_id_idx" ON "search_consent"("stated_by_id");
ALTER TABLE "search_consent" ADD CONSTRAINT "search_consent_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "search_consent" ADD CONSTRAINT "search_consent_stated_by_id_fkey" FOREIGN KEY ("stated_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "home_visit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" CITEXT NOT NULL,
    "listing_id" UUID NOT NULL,
    "mail_id" UUID,
    "visited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "home_visit_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "home_visit_email_listing_id_visited_at_idx" ON "home_visit"("email", "listing_id", "visited_at" DESC);
CREATE INDEX "home_visit_listing_id_idx" ON "home_visit"("listing_id");
CREATE INDEX "home_visit_mail_id_idx" ON "home_visit"("mail_id");
ALTER TABLE "home_visit" ADD CONSTRAINT "home_visit_email_fkey" FOREIGN KEY ("email") REFERENCES "mail_address"("email") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "home_visit" ADD CONSTRAINT "home_visit_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "home_visit" ADD CONSTRAINT "home_visit_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "outbox_mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The contact's page shows a visit as it happens.
CREATE TRIGGER "home_visit_is_live" AFTER INSERT ON "home_visit" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'contacts');
