-- Who set up a pond. In a migration of its own: a value that is added is not used in the same transaction.
ALTER TYPE "audit_action" ADD VALUE 'pond_created' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'pond_renamed' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'pond_removed' BEFORE 'master_switched';
ALTER TYPE "audit_target" ADD VALUE 'lead_pond' BEFORE 'rule';
