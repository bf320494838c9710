-- Labels of their own transaction: a new one may not be used in the one that adds it.
ALTER TYPE "legacy_stream" ADD VALUE 'sent_alerts';
ALTER TYPE "audit_action" ADD VALUE 'difference_explained' BEFORE 'job_paused';
ALTER TYPE "audit_action" ADD VALUE 'difference_reopened' BEFORE 'job_paused';
ALTER TYPE "audit_target" ADD VALUE 'difference' BEFORE 'job';
