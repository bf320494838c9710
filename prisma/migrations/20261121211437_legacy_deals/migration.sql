-- Deals come over from the old system, too; and who moved one is a deed. In a migration of its own: a value that is
-- added can't be used before it is committed.
ALTER TYPE "legacy_stream" ADD VALUE 'deals';
ALTER TYPE "audit_action" ADD VALUE 'deal_moved' BEFORE 'job_paused';
ALTER TYPE "audit_target" ADD VALUE 'deal' BEFORE 'job';
