-- "How did this search stand at that moment?", asked of a few of them. Make them CONCURRENTLY by hand before, where the tables are large.
CREATE INDEX IF NOT EXISTS "search_was_search_id_seq_idx" ON "search_was"("search_id", "seq");
CREATE INDEX IF NOT EXISTS "contact_was_contact_id_seq_idx" ON "contact_was"("contact_id", "seq");
