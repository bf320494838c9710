-- What a transaction has changed about searches: a search, or a contact whose address or presence decides about all of its
-- searches. A reader with an older snapshot asks for everything from that snapshot's xmin on: what it could not see was
-- written by a transaction that was open then or began later, so a late commit cannot be missed.
CREATE TABLE "search_change" (
    "xact" BIGINT NOT NULL,
    "changed_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_change_pkey" PRIMARY KEY ("xact", "changed_id")
);

CREATE FUNCTION note_search_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_change" ("xact", "changed_id")
  SELECT pg_current_xact_id()::text::bigint, "id" FROM "changed" ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "saved_search_notes_new" AFTER INSERT ON "saved_search"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION note_search_changes();
CREATE TRIGGER "saved_search_notes_changed" AFTER UPDATE ON "saved_search"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION note_search_changes();
CREATE TRIGGER "saved_search_notes_gone" AFTER DELETE ON "saved_search"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION note_search_changes();

-- The contact and not its searches: one that is being saved at this moment cannot be seen from here. Searches of a deleted
-- contact are deleted with it, and note that themselves.
CREATE FUNCTION note_contact_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_change" ("xact", "changed_id")
  SELECT pg_current_xact_id()::text::bigint, "id" FROM "before" JOIN "after" USING ("id")
   WHERE "before"."email" IS DISTINCT FROM "after"."email" OR "before"."removed_at" IS DISTINCT FROM "after"."removed_at"
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "contact_notes_whom_to_write_to" AFTER UPDATE ON "contact"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION note_contact_changes();
