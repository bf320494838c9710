-- New tables, and columns that are empty or have a constant default: nothing here rewrites a full table.
CREATE TYPE "lead_door" AS ENUM ('own_page', 'form', 'webhook', 'email', 'csv', 'hand', 'old_system');
CREATE TYPE "lead_type" AS ENUM ('Buyer', 'Seller', 'Renter');
CREATE TYPE "lead_arrival_state" AS ENUM ('received', 'taken', 'held', 'unreadable', 'discarded');

-- Not used below: a label may not be used in the transaction that adds it.
ALTER TYPE "inquiry_kind" ADD VALUE 'General';
ALTER TYPE "audit_action" ADD VALUE 'lead_source_added' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'lead_source_changed' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'lead_source_paused' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'lead_source_resumed' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'lead_source_trusted' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'lead_source_doubted' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'lead_secret_changed' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'arrival_released' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'arrival_discarded' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'leads_imported' BEFORE 'master_switched';
ALTER TYPE "audit_target" ADD VALUE 'lead_source' BEFORE 'rule';
ALTER TYPE "audit_target" ADD VALUE 'arrival' BEFORE 'rule';
ALTER TYPE "audit_target" ADD VALUE 'lead_import' BEFORE 'rule';

CREATE TABLE "lead_source" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "door" "lead_door" NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "secret_version" INTEGER NOT NULL DEFAULT 1,
    "old_secret_until" TIMESTAMPTZ(3),
    "default_lead_type" "lead_type",
    "default_tags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "trusts_named_agent" BOOLEAN NOT NULL DEFAULT false,
    "per_minute" INTEGER NOT NULL DEFAULT 60,
    "allowed_origins" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_source_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_key_can_stand_in_an_address" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("key") <= 40),
    CONSTRAINT "a_source_has_a_name_on_one_line" CHECK ("name" <> '' AND "name" !~ '[\r\n]'),
    CONSTRAINT "a_source_comes_from_outside" CHECK ("door" NOT IN ('own_page', 'old_system')),
    CONSTRAINT "a_source_has_a_limit" CHECK ("per_minute" BETWEEN 1 AND 6000),
    CONSTRAINT "secrets_are_counted_up" CHECK ("secret_version" >= 1)
);
CREATE UNIQUE INDEX "lead_source_key_key" ON "lead_source"("key");

CREATE TABLE "lead_import" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "file_name" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "mapping" JSONB NOT NULL,
    "source_id" UUID,
    "row_count" INTEGER NOT NULL,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "lead_import_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "each_row_of_a_file_became_something" CHECK ("rows_done" = "taken" + "known" + "held" + "refused"),
    CONSTRAINT "a_file_is_done_when_its_rows_are" CHECK (
      "rows_done" <= "row_count" AND ("done_at" IS NOT NULL) = ("rows_done" = "row_count")
    )
);
CREATE INDEX "lead_import_created_by_id_created_at_idx" ON "lead_import"("created_by_id", "created_at" DESC);
CREATE INDEX "lead_import_source_id_idx" ON "lead_import"("source_id");
ALTER TABLE "lead_import" ADD CONSTRAINT "lead_import_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "lead_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lead_import" ADD CONSTRAINT "lead_import_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "lead_arrival" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "door" "lead_door" NOT NULL,
    "source_id" UUID,
    "state" "lead_arrival_state" NOT NULL,
    "body" BYTEA NOT NULL,
    "content_type" TEXT NOT NULL,
    "dedupe_key" BYTEA NOT NULL,
    "network_hash" BYTEA,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "draft" JSONB,
    "format" TEXT,
    "reason" TEXT,
    "inquiry_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "import_id" UUID,
    "import_row" INTEGER,

    CONSTRAINT "lead_arrival_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "what_was_taken_is_an_inquiry" CHECK (("state" = 'taken') = ("inquiry_id" IS NOT NULL)),
    CONSTRAINT "what_waits_for_a_human_says_why" CHECK ("state" NOT IN ('held', 'unreadable') OR "reason" IS NOT NULL),
    CONSTRAINT "what_is_held_was_read" CHECK ("state" <> 'held' OR "draft" IS NOT NULL),
    CONSTRAINT "what_is_settled_has_a_time" CHECK ("state" NOT IN ('taken', 'discarded') OR "settled_at" IS NOT NULL),
    CONSTRAINT "a_row_belongs_to_a_file" CHECK (("import_id" IS NULL) = ("import_row" IS NULL))
);
CREATE UNIQUE INDEX "lead_arrival_dedupe_key_key" ON "lead_arrival"("dedupe_key");
CREATE UNIQUE INDEX "lead_arrival_inquiry_id_key" ON "lead_arrival"("inquiry_id");
CREATE INDEX "lead_arrival_source_id_received_at_idx" ON "lead_arrival"("source_id", "received_at" DESC);
CREATE INDEX "lead_arrival_state_received_at_id_idx" ON "lead_arrival"("state", "received_at" DESC, "id" DESC);
CREATE INDEX "lead_arrival_settled_by_id_idx" ON "lead_arrival"("settled_by_id");
CREATE INDEX "lead_arrival_import_id_import_row_idx" ON "lead_arrival"("import_id", "import_row");
ALTER TABLE "lead_arrival" ADD CONSTRAINT "lead_arrival_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "lead_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lead_arrival" ADD CONSTRAINT "lead_arrival_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "lead_arrival" ADD CONSTRAINT "lead_arrival_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "lead_arrival" ADD CONSTRAINT "lead_arrival_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "lead_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What came in stays as it came in.
CREATE FUNCTION lead_arrival_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What came in by a door is not changed.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "lead_arrival_stays" BEFORE UPDATE ON "lead_arrival" FOR EACH ROW
  WHEN ((OLD.body, OLD.content_type, OLD.dedupe_key, OLD.received_at, OLD.door)
        IS DISTINCT FROM (NEW.body, NEW.content_type, NEW.dedupe_key, NEW.received_at, NEW.door))
  EXECUTE FUNCTION lead_arrival_stays();
CREATE TRIGGER "lead_arrival_is_live" AFTER INSERT OR UPDATE ON "lead_arrival" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'leads');
CREATE TRIGGER "lead_import_is_live" AFTER INSERT OR UPDATE ON "lead_import" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'leads');

-- The key of a source stands in rules and in other people's programs.
CREATE FUNCTION lead_source_key_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The key of a source is not changed.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "lead_source_key_stays" BEFORE UPDATE ON "lead_source" FOR EACH ROW
  WHEN ((OLD.key, OLD.door) IS DISTINCT FROM (NEW.key, NEW.door)) EXECUTE FUNCTION lead_source_key_stays();

ALTER TABLE "inquiry" ADD COLUMN "door" "lead_door" NOT NULL DEFAULT 'own_page',
ADD COLUMN "source_id" UUID,
ADD COLUMN "named_agent_id" UUID,
ADD COLUMN "lead_type" "lead_type",
ADD COLUMN "tags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "price_cents" BIGINT,
ADD COLUMN "city_slug" TEXT,
ADD COLUMN "postal_code" TEXT,
ADD COLUMN "latitude" DOUBLE PRECISION,
ADD COLUMN "longitude" DOUBLE PRECISION,
ADD COLUMN "property_sub_type" "property_sub_type";

-- The old system's leads are thousands, not millions: one statement, and the only rows that are written.
UPDATE "inquiry" SET "door" = 'old_system' WHERE "because" = 'old-system';

-- Each row of before holds nothing in the columns that these look at.
ALTER TABLE "inquiry" ADD CONSTRAINT "a_price_is_more_than_nothing" CHECK ("price_cents" > 0) NOT VALID;
ALTER TABLE "inquiry" ADD CONSTRAINT "a_postal_code_has_five_digits" CHECK ("postal_code" ~ '^\d{5}$') NOT VALID;
ALTER TABLE "inquiry" ADD CONSTRAINT "a_place_is_on_the_map" CHECK (
  ("latitude" IS NULL) = ("longitude" IS NULL) AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180
) NOT VALID;
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "lead_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_named_agent_id_fkey" FOREIGN KEY ("named_agent_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE NOT VALID;
ALTER TABLE "inquiry" VALIDATE CONSTRAINT "a_price_is_more_than_nothing";
ALTER TABLE "inquiry" VALIDATE CONSTRAINT "a_postal_code_has_five_digits";
ALTER TABLE "inquiry" VALIDATE CONSTRAINT "a_place_is_on_the_map";
ALTER TABLE "inquiry" VALIDATE CONSTRAINT "inquiry_source_id_fkey";
ALTER TABLE "inquiry" VALIDATE CONSTRAINT "inquiry_named_agent_id_fkey";
-- No row has a source yet: both read the table once.
CREATE INDEX "inquiry_source_id_received_at_idx" ON "inquiry"("source_id", "received_at" DESC);
CREATE INDEX "inquiry_named_agent_id_idx" ON "inquiry"("named_agent_id");
