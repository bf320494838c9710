-- Who said that new inquiries go to whom.
ALTER TYPE "audit_action" ADD VALUE 'inquiries_given' BEFORE 'job_paused';
