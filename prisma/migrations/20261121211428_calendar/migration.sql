-- New tables only: nothing here reads or rewrites a full one.
CREATE TYPE "task_kind" AS ENUM ('call', 'text', 'email', 'showing', 'follow_up', 'closing', 'other');
CREATE TYPE "task_priority" AS ENUM ('low', 'normal', 'high');
CREATE TYPE "appointment_kind" AS ENUM ('showing', 'listing_presentation', 'open_house', 'inspection', 'closing', 'other');
CREATE TYPE "appointment_status" AS ENUM ('scheduled', 'confirmed', 'done', 'canceled', 'no_show');

-- Who based an edit on an older version is told so, whichever way the newer one came: by a page, by the sync.
CREATE FUNCTION raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;

CREATE TABLE "note" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "contact_id" UUID NOT NULL,
    "author_id" UUID,
    "text" TEXT NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_note_says_something" CHECK (btrim("text") <> '' AND char_length("text") <= 20000)
);
CREATE INDEX "note_contact_id_pinned_created_at_id_idx" ON "note"("contact_id", "pinned" DESC, "created_at" DESC, "id" DESC);
CREATE INDEX "note_author_id_idx" ON "note"("author_id");
ALTER TABLE "note" ADD CONSTRAINT "note_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "task" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "contact_id" UUID,
    "assignee_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "details" TEXT,
    "kind" "task_kind" NOT NULL DEFAULT 'other',
    "priority" "task_priority" NOT NULL DEFAULT 'normal',
    "due_on" DATE,
    "due_at" TIMESTAMPTZ(3),
    "due_zone" TEXT,
    "completed_at" TIMESTAMPTZ(3),
    "completed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_task_has_a_title_of_one_line" CHECK (btrim("title") <> '' AND char_length("title") <= 200 AND "title" !~ '[\r\n]'),
    CONSTRAINT "details_of_a_task_are_a_text" CHECK (btrim("details") <> '' AND char_length("details") <= 20000),
    CONSTRAINT "a_moment_has_a_zone_and_stands_on_its_day" CHECK (
      ("due_at" IS NULL) = ("due_zone" IS NULL)
      AND ("due_at" IS NULL OR "due_on" IS NOT DISTINCT FROM ("due_at" AT TIME ZONE "due_zone")::date)
    ),
    CONSTRAINT "only_what_is_done_was_done_by_somebody" CHECK ("completed_by_id" IS NULL OR "completed_at" IS NOT NULL)
);
CREATE INDEX "task_assignee_id_completed_at_idx" ON "task"("assignee_id", "completed_at" DESC);
CREATE INDEX "task_contact_id_completed_at_idx" ON "task"("contact_id", "completed_at" DESC);
CREATE INDEX "task_completed_by_id_idx" ON "task"("completed_by_id");
-- Somebody's day: read often, and never longer than what is open.
CREATE INDEX "task_open_idx" ON "task"("assignee_id", "due_on", "id") WHERE "completed_at" IS NULL AND "removed_at" IS NULL;
ALTER TABLE "task" ADD CONSTRAINT "task_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "task" ADD CONSTRAINT "task_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "task" ADD CONSTRAINT "task_completed_by_id_fkey" FOREIGN KEY ("completed_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "appointment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "owner_id" UUID NOT NULL,
    "contact_id" UUID,
    "listing_id" UUID,
    "title" TEXT NOT NULL,
    "kind" "appointment_kind" NOT NULL DEFAULT 'other',
    "status" "appointment_status" NOT NULL DEFAULT 'scheduled',
    "place" TEXT,
    "details" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "an_appointment_ends_after_it_starts" CHECK ("ends_at" > "starts_at"),
    CONSTRAINT "an_appointment_has_a_title_of_one_line" CHECK (btrim("title") <> '' AND char_length("title") <= 200 AND "title" !~ '[\r\n]'),
    CONSTRAINT "a_place_is_one_line" CHECK (btrim("place") <> '' AND char_length("place") <= 200 AND "place" !~ '[\r\n]'),
    CONSTRAINT "details_of_an_appointment_are_a_text" CHECK (btrim("details") <> '' AND char_length("details") <= 20000)
);
CREATE INDEX "appointment_owner_id_starts_at_idx" ON "appointment"("owner_id", "starts_at");
CREATE INDEX "appointment_contact_id_starts_at_idx" ON "appointment"("contact_id", "starts_at");
CREATE INDEX "appointment_listing_id_idx" ON "appointment"("listing_id");
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TRIGGER "note_raises_version" BEFORE UPDATE ON "note" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "task_raises_version" BEFORE UPDATE ON "task" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();
CREATE TRIGGER "appointment_raises_version" BEFORE UPDATE ON "appointment" FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION raise_version();

CREATE TRIGGER "note_is_live" AFTER INSERT OR UPDATE OR DELETE ON "note" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'calendar');
CREATE TRIGGER "task_is_live" AFTER INSERT OR UPDATE OR DELETE ON "task" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'calendar');
CREATE TRIGGER "appointment_is_live" AFTER INSERT OR UPDATE OR DELETE ON "appointment" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'calendar');
