-- What a run has to leave behind so that it can be run again exactly as it was.

-- Whose work it could see, by transaction ids; they mean nothing in another cluster, so the cluster is named as well.
ALTER TABLE "alert_run"
  ADD COLUMN "snapshot" TEXT,
  ADD COLUMN "cluster" BIGINT,
  ADD COLUMN "matched_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "what_a_run_saw_is_whole_or_absent" CHECK (num_nulls("snapshot", "cluster", "matched_at") IN (0, 3)) NOT VALID;

-- Each event of a run's window with its home as the run saw it.
CREATE TABLE "alert_sight" (
    "event_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "home" JSONB NOT NULL,
    "visit_is_open" BOOLEAN NOT NULL,

    CONSTRAINT "alert_sight_pkey" PRIMARY KEY ("event_id")
) PARTITION BY RANGE ("event_id");
CREATE TABLE "alert_sight_default" PARTITION OF "alert_sight" DEFAULT;
CREATE INDEX "alert_sight_run_id_idx" ON "alert_sight"("run_id");
ALTER TABLE "alert_sight" ADD CONSTRAINT "alert_sight_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "listing_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "alert_sight" ADD CONSTRAINT "alert_sight_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "alert_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT open_partition('alert_sight', month::date)
  FROM generate_series(date_trunc('month', now() AT TIME ZONE 'UTC'),
                       date_trunc('month', now() AT TIME ZONE 'UTC') + interval '3 months', interval '1 month') AS month;

-- How a search and a person stood before each change. The standing at some moment is that before the first change which the
-- moment does not see, else the present one: what nobody changes costs nothing.
CREATE TABLE "search_was" (
    "seq" BIGINT GENERATED ALWAYS AS IDENTITY,
    "search_id" UUID NOT NULL,
    "active" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "contact_id" UUID NOT NULL,
    "xact" BIGINT NOT NULL,
    "cluster" BIGINT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_was_pkey" PRIMARY KEY ("seq")
);
CREATE TABLE "contact_was" (
    "seq" BIGINT GENERATED ALWAYS AS IDENTITY,
    "contact_id" UUID NOT NULL,
    "email" CITEXT,
    "xact" BIGINT NOT NULL,
    "cluster" BIGINT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_was_pkey" PRIMARY KEY ("seq")
);

-- A search that is new was not there, which is as good as off.
CREATE FUNCTION keep_search_that_was_not() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_was" ("search_id", "active", "version", "contact_id", "xact", "cluster")
  SELECT "id", false, "current_version", "contact_id", pg_current_xact_id()::text::bigint, system_identifier
    FROM "added", pg_control_system();
  RETURN NULL;
END $$;
CREATE FUNCTION keep_search_as_it_was() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_was" ("search_id", "active", "version", "contact_id", "xact", "cluster")
  SELECT "id", "before"."active_yn" AND "before"."removed_at" IS NULL, "before"."current_version", "before"."contact_id",
         pg_current_xact_id()::text::bigint, system_identifier
    FROM "before" JOIN "after" USING ("id"), pg_control_system()
   WHERE ("before"."active_yn", "before"."removed_at", "before"."current_version", "before"."contact_id")
         IS DISTINCT FROM ("after"."active_yn", "after"."removed_at", "after"."current_version", "after"."contact_id");
  RETURN NULL;
END $$;
CREATE FUNCTION keep_contact_as_it_was() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "contact_was" ("contact_id", "email", "xact", "cluster")
  SELECT "id", CASE WHEN "before"."removed_at" IS NULL THEN "before"."email" END, pg_current_xact_id()::text::bigint,
         system_identifier
    FROM "before" JOIN "after" USING ("id"), pg_control_system()
   WHERE ("before"."email", "before"."removed_at") IS DISTINCT FROM ("after"."email", "after"."removed_at");
  RETURN NULL;
END $$;
CREATE TRIGGER "saved_search_keeps_that_it_was_not" AFTER INSERT ON "saved_search"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION keep_search_that_was_not();
CREATE TRIGGER "saved_search_keeps_what_it_was" AFTER UPDATE ON "saved_search"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION keep_search_as_it_was();
CREATE TRIGGER "contact_keeps_what_it_was" AFTER UPDATE ON "contact"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION keep_contact_as_it_was();
