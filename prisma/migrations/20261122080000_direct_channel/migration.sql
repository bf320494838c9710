-- Where somebody is written to directly: Slack lets a bot open conversations fifty times a minute, and each offer asked anew.
ALTER TABLE "slack_person" ADD COLUMN "direct_channel" TEXT;
ALTER TABLE "slack_person" ADD CONSTRAINT "slack_person_has_a_user_where_it_has_a_channel"
  CHECK ("direct_channel" IS NULL OR "slack_user_id" IS NOT NULL) NOT VALID;
ALTER TABLE "slack_person" VALIDATE CONSTRAINT "slack_person_has_a_user_where_it_has_a_channel";

-- A step that shows while it runs is told with its run; one that was short is told when the run has ended.
DROP TRIGGER "job_step_is_live" ON "job_step";
