-- The palette finds people by part of their address or the digits of their number, and alerts by part of their name.
-- On a large live table, build these beforehand with CREATE INDEX CONCURRENTLY under the same names: then nothing is done here.
CREATE INDEX IF NOT EXISTS contact_email_part ON contact USING gin (lower(email::text) gin_trgm_ops);
CREATE INDEX IF NOT EXISTS contact_phone_digits ON contact USING gin (regexp_replace(phone, '\D', '', 'g') gin_trgm_ops);
CREATE INDEX IF NOT EXISTS saved_search_name_part ON saved_search USING gin (lower(name) gin_trgm_ops);
