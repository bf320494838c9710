-- Rules have a topic of their own: what is counted over a month is not counted again with each lead.
DROP TRIGGER "routing_rule_set_is_live" ON "routing_rule_set";
CREATE TRIGGER "routing_rule_set_is_live" AFTER INSERT OR UPDATE OR DELETE ON "routing_rule_set" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'rules');
CREATE TRIGGER "wind_tunnel_run_is_live" AFTER INSERT OR UPDATE ON "wind_tunnel_run" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'rules');
