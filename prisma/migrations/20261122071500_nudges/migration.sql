-- Facts that say only that something waits. One that is told after another says the same as both.
CREATE FUNCTION is_nudge(name text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT name IN ('mail/queued', 'legacy/write.queued') $$;

-- The relay hears which of the two has come: it hurries for facts, and gathers nudges.
CREATE FUNCTION wake_relay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('palmetto_outbox', kind)
     FROM (SELECT DISTINCT CASE WHEN is_nudge(name) THEN 'nudges' ELSE 'facts' END AS kind FROM added) AS kinds;
  RETURN NULL;
END $$;

DROP TRIGGER "outbox_event_wakes_the_relay" ON "outbox_event";
CREATE TRIGGER "outbox_event_wakes_the_relay" AFTER INSERT ON "outbox_event"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION wake_relay();
