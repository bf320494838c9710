CREATE UNIQUE INDEX "alert_run_slot_key" ON "alert_run"("slot");
