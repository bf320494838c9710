-- New tables and columns with constant defaults: nothing here rewrites a full table.
CREATE TYPE "recipient_kind" AS ENUM ('To', 'Cc');
CREATE TYPE "alert_role" AS ENUM ('person', 'further', 'copy');

ALTER TABLE "saved_search"
  ADD COLUMN "bcc_me_yn" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "contact_left_at" TIMESTAMPTZ(3);
ALTER TABLE "alert_mail"
  ADD COLUMN "role" "alert_role" NOT NULL DEFAULT 'person',
  ADD COLUMN "copied" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

CREATE TABLE "search_recipient" (
    "search_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "recipient_kind" NOT NULL DEFAULT 'To',
    "paused_until" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "added_by_id" UUID,
    "consent_text" TEXT NOT NULL,
    "consented_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_recipient_pkey" PRIMARY KEY ("search_id", "email"),
    CONSTRAINT "a_recipient_has_a_name" CHECK (btrim("name") <> '' AND length("name") <= 120),
    CONSTRAINT "a_recipient_asked_for_it" CHECK (btrim("consent_text") <> '')
);
CREATE INDEX "search_recipient_email_idx" ON "search_recipient"("email");
CREATE INDEX "search_recipient_added_by_id_idx" ON "search_recipient"("added_by_id");
ALTER TABLE "search_recipient" ADD CONSTRAINT "search_recipient_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "search_recipient" ADD CONSTRAINT "search_recipient_email_fkey" FOREIGN KEY ("email") REFERENCES "mail_address"("email") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "search_recipient" ADD CONSTRAINT "search_recipient_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Each run asks who is on a search besides its contact: only those few are ever read.
CREATE INDEX "search_recipient_standing" ON "search_recipient"("search_id") WHERE "left_at" IS NULL AND "removed_at" IS NULL;
CREATE INDEX "saved_search_read_along" ON "saved_search"("id") WHERE "bcc_me_yn" OR "contact_left_at" IS NOT NULL;

-- Whether somebody was on a search, before each change: what a run is run again by.
CREATE TABLE "recipient_was" (
    "seq" BIGINT GENERATED ALWAYS AS IDENTITY,
    "search_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "standing" BOOLEAN NOT NULL,
    "xact" BIGINT NOT NULL,
    "cluster" BIGINT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipient_was_pkey" PRIMARY KEY ("seq")
);
CREATE FUNCTION keep_recipient_that_was_not() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "recipient_was" ("search_id", "email", "standing", "xact", "cluster")
  SELECT "search_id", "email", false, pg_current_xact_id()::text::bigint, system_identifier
    FROM "added", pg_control_system();
  RETURN NULL;
END $$;
CREATE FUNCTION keep_recipient_as_it_was() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "recipient_was" ("search_id", "email", "standing", "xact", "cluster")
  SELECT "search_id", "email", "before"."left_at" IS NULL AND "before"."removed_at" IS NULL,
         pg_current_xact_id()::text::bigint, system_identifier
    FROM "before" JOIN "after" USING ("search_id", "email"), pg_control_system()
   WHERE ("before"."left_at" IS NULL AND "before"."removed_at" IS NULL)
         <> ("after"."left_at" IS NULL AND "after"."removed_at" IS NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER "search_recipient_keeps_that_it_was_not" AFTER INSERT ON "search_recipient"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION keep_recipient_that_was_not();
CREATE TRIGGER "search_recipient_keeps_what_it_was" AFTER UPDATE ON "search_recipient"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION keep_recipient_as_it_was();

-- What is held back is held back of somebody: people of one search live in different zones, and sleep when they like.
ALTER TABLE "alert_hold" ADD COLUMN "recipient" CITEXT;
ALTER TABLE "alert_hold" ADD CONSTRAINT "alert_hold_recipient_fkey" FOREIGN KEY ("search_id", "recipient")
  REFERENCES "search_recipient"("search_id", "email") ON DELETE CASCADE ON UPDATE CASCADE NOT VALID;
ALTER TABLE "alert_hold" VALIDATE CONSTRAINT "alert_hold_recipient_fkey";
CREATE UNIQUE INDEX "alert_hold_of_a_run" ON "alert_hold"("search_id", "run_id", "recipient") NULLS NOT DISTINCT WHERE "run_id" IS NOT NULL;
DROP INDEX "alert_hold_search_id_run_id_key";
