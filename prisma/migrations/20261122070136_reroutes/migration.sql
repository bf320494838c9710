-- A new table alone: nothing here reads or rewrites a full one.
CREATE TABLE "lead_reroute" (
    "batch_id" UUID NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL,
    "from_agent_id" UUID,
    "from_pond_id" UUID,
    "because" TEXT NOT NULL,
    "to_agent_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "lead_reroute_pkey" PRIMARY KEY ("batch_id", "inquiry_id"),
    CONSTRAINT "a_lead_comes_from_an_agent_or_a_pond" CHECK (num_nonnulls("from_agent_id", "from_pond_id") <= 1),
    CONSTRAINT "it_goes_back_after_it_went" CHECK ("undone_at" >= "done_at")
);
CREATE INDEX "lead_reroute_inquiry_id_done_at_idx" ON "lead_reroute"("inquiry_id", "done_at");
CREATE INDEX "lead_reroute_by_id_idx" ON "lead_reroute"("by_id");
CREATE INDEX "lead_reroute_from_agent_id_idx" ON "lead_reroute"("from_agent_id");
CREATE INDEX "lead_reroute_from_pond_id_idx" ON "lead_reroute"("from_pond_id");
CREATE INDEX "lead_reroute_to_agent_id_idx" ON "lead_reroute"("to_agent_id");
ALTER TABLE "lead_reroute" ADD CONSTRAINT "lead_reroute_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "lead_reroute" ADD CONSTRAINT "lead_reroute_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "lead_reroute" ADD CONSTRAINT "lead_reroute_from_agent_id_fkey" FOREIGN KEY ("from_agent_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "lead_reroute" ADD CONSTRAINT "lead_reroute_from_pond_id_fkey" FOREIGN KEY ("from_pond_id") REFERENCES "lead_pond"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "lead_reroute" ADD CONSTRAINT "lead_reroute_to_agent_id_fkey" FOREIGN KEY ("to_agent_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
