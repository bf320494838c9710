-- Pages of rules and of availability hear of their own changes, not of each lead.
DROP TRIGGER "routing_rule_set_is_live" ON "routing_rule_set";
CREATE TRIGGER "routing_rule_set_is_live" AFTER INSERT OR UPDATE OR DELETE ON "routing_rule_set" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'rules');
DROP TRIGGER "agent_availability_is_live" ON "agent_availability";
CREATE TRIGGER "agent_availability_is_live" AFTER INSERT OR UPDATE ON "agent_availability" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'availability');
-- Misses are counted from the offers themselves. A small table, and nothing is rewritten.
ALTER TABLE "agent_availability" DROP COLUMN "misses";
