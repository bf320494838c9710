-- Labels of their own migration: one may not be used in the transaction that adds it.
ALTER TYPE "audit_action" ADD VALUE 'coverage_changed' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'rules_scheduled' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'rules_taken_back' BEFORE 'master_switched';
ALTER TYPE "routing_rule_set_state" ADD VALUE 'scheduled' BEFORE 'published';
