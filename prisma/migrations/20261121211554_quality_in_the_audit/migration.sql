-- What is done about the quality of the data. Apart from the tables: a new value cannot be used in the transaction that adds it.
ALTER TYPE "audit_action" ADD VALUE 'quality_assigned' BEFORE 'job_paused';
ALTER TYPE "audit_action" ADD VALUE 'quality_muted' BEFORE 'job_paused';
ALTER TYPE "audit_action" ADD VALUE 'quality_unmuted' BEFORE 'job_paused';
ALTER TYPE "audit_action" ADD VALUE 'quality_repaired' BEFORE 'job_paused';
ALTER TYPE "audit_action" ADD VALUE 'quality_undone' BEFORE 'job_paused';
ALTER TYPE "audit_target" ADD VALUE 'rule' BEFORE 'job';
