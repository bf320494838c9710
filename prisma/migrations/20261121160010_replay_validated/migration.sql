-- A migration of its own: it reads the runs while others write them.
ALTER TABLE "alert_run" VALIDATE CONSTRAINT "what_a_run_saw_is_whole_or_absent";
