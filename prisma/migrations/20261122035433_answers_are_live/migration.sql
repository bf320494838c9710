-- Of several who are asked at once, one passes or is shown it: no row of "lead_offer" says so to who looks on.
-- By row and only when something changed: an offer that is opened again wakes nobody.
CREATE TRIGGER "lead_offer_person_is_live" AFTER UPDATE ON "lead_offer_person" FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION tell_listeners('palmetto_live', 'leads');
CREATE TRIGGER "lead_ladder_step_is_live" AFTER INSERT ON "lead_ladder_step" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'leads');
