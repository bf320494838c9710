-- A table that is new: nothing here reads or rewrites a full one.
CREATE TABLE "lead_import_row" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "lead_import_row_pkey" PRIMARY KEY ("import_id", "row"),
    CONSTRAINT "rows_are_counted_from_one" CHECK ("row" >= 1),
    CONSTRAINT "cells_are_a_list" CHECK (jsonb_typeof("cells") = 'array')
);
ALTER TABLE "lead_import_row" ADD CONSTRAINT "lead_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "lead_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whom a decision has looked at: "why was I not asked?" is looked up, and not read out of every decision of a month.
CREATE FUNCTION considered_agents(considered jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT array_agg(each ->> 'agentId')
            FROM jsonb_array_elements(CASE jsonb_typeof(considered) WHEN 'array' THEN considered ELSE '[]' END) AS each);
-- Decisions are weeks old at most when this runs; on a table of millions it is to be built CONCURRENTLY beforehand.
CREATE INDEX "routing_decision_considered_agents" ON "routing_decision" USING gin (considered_agents("considered")) WHERE "hop" = 0;
