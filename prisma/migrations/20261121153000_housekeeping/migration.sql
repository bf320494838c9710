-- Old runs are found by this. Small: a month of runs is kept.
CREATE INDEX "job_run_started_at_idx" ON "job_run"("started_at");

-- What every reader has passed may go; what one has not, and the last entry, by which the next is numbered, may not.
CREATE FUNCTION refuse_unread_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."position" > coalesce((SELECT min("position") FROM "feed_reader"), 0)
     OR OLD."position" = (SELECT max("position") FROM "listing_feed_entry") THEN
    RAISE EXCEPTION 'listing_feed_entry % is still needed', OLD."position" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
DROP TRIGGER "listing_feed_entry_is_append_only" ON "listing_feed_entry";
CREATE TRIGGER "listing_feed_entry_is_append_only" BEFORE UPDATE ON "listing_feed_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "unread_entries_stay" BEFORE DELETE ON "listing_feed_entry" FOR EACH ROW EXECUTE FUNCTION refuse_unread_entries();
