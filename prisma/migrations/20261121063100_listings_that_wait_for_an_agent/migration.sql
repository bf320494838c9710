-- A listing is accepted without its agent and linked when the agent arrives: found by this, not by reading all records.
CREATE INDEX "legacy_record_waits_for_agent" ON "legacy_record" (("extra" ->> '$agent')) WHERE "stream" = 'listings' AND "extra" ? '$agent';
