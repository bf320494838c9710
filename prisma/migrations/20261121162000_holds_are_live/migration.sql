-- What a colleague approves or skips leaves the list of everybody who looks at it.
CREATE TRIGGER "alert_hold_is_live" AFTER UPDATE ON "alert_hold" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'alerts');
