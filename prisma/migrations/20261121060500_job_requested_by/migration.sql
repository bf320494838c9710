-- Who pressed "Run now" or "Retry".
ALTER TABLE "job_run" ADD COLUMN "requested_by_id" UUID;
