-- Who gave a lead to whom. In a migration of its own: a value that is added is not used in the same transaction.
ALTER TYPE "audit_action" ADD VALUE 'lead_given' BEFORE 'master_switched';
ALTER TYPE "audit_action" ADD VALUE 'lead_ponded' BEFORE 'master_switched';
ALTER TYPE "audit_target" ADD VALUE 'inquiry' BEFORE 'rule';
