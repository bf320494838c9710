-- New tables, and a column without a default: nothing here reads or rewrites a full table.
CREATE TYPE "inquiry_kind" AS ENUM ('Question', 'Showing', 'SignUp');
CREATE TYPE "inquiry_state" AS ENUM ('received', 'open', 'answered');

CREATE TABLE "inquiry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_key" UUID NOT NULL,
    "kind" "inquiry_kind" NOT NULL,
    "state" "inquiry_state" NOT NULL DEFAULT 'received',
    "raw" JSONB NOT NULL,
    "listing_id" UUID,
    "full_name" TEXT NOT NULL,
    "email" CITEXT NOT NULL,
    "phone" TEXT,
    "message" TEXT,
    "proposed_times" TIMESTAMPTZ(3)[],
    "consent_text" TEXT,
    "network_hash" BYTEA,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "contact_id" UUID,
    "agent_id" UUID,
    "because" TEXT,
    "is_new_person" BOOLEAN NOT NULL DEFAULT false,
    "taken_in_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "search_id" UUID,

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "whoever_was_taken_in_has_an_agent_for_a_reason" CHECK (
      ("state" = 'received') = ("taken_in_at" IS NULL) AND ("taken_in_at" IS NULL) = ("because" IS NULL)
    ),
    CONSTRAINT "what_is_answered_has_a_time" CHECK (("state" = 'answered') = ("answered_at" IS NOT NULL)),
    CONSTRAINT "a_name_is_one_line" CHECK ("full_name" !~ '[\r\n]')
);

CREATE UNIQUE INDEX "inquiry_request_key_key" ON "inquiry"("request_key");
CREATE INDEX "inquiry_received_at_id_idx" ON "inquiry"("received_at" DESC, "id" DESC);
CREATE INDEX "inquiry_contact_id_received_at_idx" ON "inquiry"("contact_id", "received_at" DESC);
CREATE INDEX "inquiry_agent_id_idx" ON "inquiry"("agent_id");
CREATE INDEX "inquiry_answered_by_id_idx" ON "inquiry"("answered_by_id");
CREATE INDEX "inquiry_listing_id_idx" ON "inquiry"("listing_id");
CREATE INDEX "inquiry_search_id_idx" ON "inquiry"("search_id");
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was sent stays as it was sent.
CREATE FUNCTION inquiry_words_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What somebody sent to us is not changed.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "inquiry_words_stay" BEFORE UPDATE ON "inquiry" FOR EACH ROW
  WHEN ((OLD.raw, OLD.request_key, OLD.received_at, OLD.consent_text) IS DISTINCT FROM (NEW.raw, NEW.request_key, NEW.received_at, NEW.consent_text))
  EXECUTE FUNCTION inquiry_words_stay();
CREATE TRIGGER "inquiry_is_live" AFTER INSERT OR UPDATE ON "inquiry" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'leads');

CREATE TABLE "sign_up" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" CITEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "consent_text" TEXT NOT NULL,
    "network_hash" BYTEA,
    "token_hash" BYTEA NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_up_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_sign_up_is_confirmed_in_time" CHECK ("confirmed_at" IS NULL OR "confirmed_at" <= "expires_at")
);
CREATE UNIQUE INDEX "sign_up_token_hash_key" ON "sign_up"("token_hash");
CREATE INDEX "sign_up_email_requested_at_idx" ON "sign_up"("email", "requested_at" DESC);

CREATE TABLE "lead_setting" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "default_person_id" UUID NOT NULL,

    CONSTRAINT "lead_setting_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "there_is_one_setting" CHECK ("id" = 1)
);
CREATE INDEX "lead_setting_default_person_id_idx" ON "lead_setting"("default_person_id");
ALTER TABLE "lead_setting" ADD CONSTRAINT "lead_setting_default_person_id_fkey" FOREIGN KEY ("default_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Where somebody came from the first time. Rows of before have it in `source` until that changes.
ALTER TABLE "contact" ADD COLUMN "first_source" TEXT;
CREATE FUNCTION keep_first_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.first_source := CASE TG_OP WHEN 'INSERT' THEN NEW.source ELSE coalesce(OLD.first_source, OLD.source, NEW.source) END;
  RETURN NEW;
END $$;
CREATE TRIGGER "contact_keeps_first_source" BEFORE INSERT OR UPDATE OF "source", "first_source" ON "contact"
  FOR EACH ROW EXECUTE FUNCTION keep_first_source();
