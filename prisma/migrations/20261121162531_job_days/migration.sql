-- How each job fared on each day: a small row that stays when the runs of a month ago are gone.
CREATE TABLE "job_day" (
    "function_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "runs" INTEGER NOT NULL,
    "bad" INTEGER NOT NULL,
    "warned" INTEGER NOT NULL,
    "skipped" INTEGER NOT NULL,

    CONSTRAINT "job_day_pkey" PRIMARY KEY ("function_id", "day"),
    CONSTRAINT "a_day_adds_up" CHECK ("bad" >= 0 AND "warned" >= 0 AND "skipped" >= 0 AND "bad" + "warned" + "skipped" <= "runs")
);

-- Counted where a run ends, whoever ends it and however often its end is told: only the first one changes the status.
CREATE FUNCTION count_job_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "job_day" AS counted ("function_id", "day", "runs", "bad", "warned", "skipped")
  VALUES (NEW."function_id", (NEW."started_at" AT TIME ZONE 'America/New_York')::date, 1,
          (NEW."status" <> 'skipped' AND NEW."outcome" IS NOT DISTINCT FROM 'bad')::int,
          (NEW."status" <> 'skipped' AND NEW."outcome" IS NOT DISTINCT FROM 'warning')::int,
          (NEW."status" = 'skipped')::int)
  ON CONFLICT ("function_id", "day") DO UPDATE
     SET "runs" = counted."runs" + 1, "bad" = counted."bad" + excluded."bad",
         "warned" = counted."warned" + excluded."warned", "skipped" = counted."skipped" + excluded."skipped";
  RETURN NULL;
END $$;

-- Holds up the ends of runs until the days below are counted: no run is missed between the two, and none counted twice.
CREATE TRIGGER "job_run_counts_its_day" AFTER UPDATE OF "status" ON "job_run" FOR EACH ROW
  WHEN (OLD."status" = 'running' AND NEW."status" <> 'running') EXECUTE FUNCTION count_job_day();

-- A month of runs is kept, some 300,000: counted in about a second.
INSERT INTO "job_day" ("function_id", "day", "runs", "bad", "warned", "skipped")
SELECT "function_id", ("started_at" AT TIME ZONE 'America/New_York')::date, count(*),
       count(*) FILTER (WHERE "status" <> 'skipped' AND "outcome" = 'bad'),
       count(*) FILTER (WHERE "status" <> 'skipped' AND "outcome" = 'warning'),
       count(*) FILTER (WHERE "status" = 'skipped')
  FROM "job_run" WHERE "status" <> 'running' GROUP BY 1, 2;
