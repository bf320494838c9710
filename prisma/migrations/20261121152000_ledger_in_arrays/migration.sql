-- The ledger in the shape that was measured: a row per event and a row per mail, each with arrays, instead of a row per
-- search and event and another per person and event.

-- A run of the release before must not write what nobody reads any more: its tick fails, and the next release answers it.
CREATE TRIGGER "alert_match_is_closed" BEFORE INSERT ON "alert_match" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "alert_sent_is_closed" BEFORE INSERT ON "alert_sent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The key on the event is the memory: an event that was matched is not matched again. It is a uuidv7, so months part by it.
CREATE TABLE "alert_finding" (
    "event_id" UUID NOT NULL,
    "listing_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "search_ids" UUID[] NOT NULL,
    "versions" INTEGER[] NOT NULL,
    "kinds" "search_event_kind"[] NOT NULL,

    CONSTRAINT "alert_finding_pkey" PRIMARY KEY ("event_id"),
    CONSTRAINT "alert_finding_arrays_are_parallel" CHECK (
      cardinality("search_ids") > 0 AND cardinality("versions") = cardinality("search_ids")
      AND cardinality("kinds") = cardinality("search_ids"))
) PARTITION BY RANGE ("event_id");
CREATE TABLE "alert_finding_default" PARTITION OF "alert_finding" DEFAULT;
CREATE INDEX "alert_finding_listing_id_idx" ON "alert_finding"("listing_id");
CREATE INDEX "alert_finding_run_id_idx" ON "alert_finding"("run_id");
ALTER TABLE "alert_finding" ADD CONSTRAINT "alert_finding_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "listing_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "alert_finding" ADD CONSTRAINT "alert_finding_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "alert_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From the first run's month to three months ahead.
SELECT open_partition('alert_finding', month::date)
  FROM generate_series(
    date_trunc('month', (SELECT least(min("started_at"), now()) FROM "alert_run") AT TIME ZONE 'UTC'),
    date_trunc('month', now() AT TIME ZONE 'UTC') + interval '3 months', interval '1 month') AS month;

ALTER TABLE "alert_mail"
  ADD COLUMN "search_ids" UUID[] NOT NULL DEFAULT '{}',
  ADD COLUMN "versions" INTEGER[] NOT NULL DEFAULT '{}',
  ADD COLUMN "event_ids" UUID[] NOT NULL DEFAULT '{}',
  ADD COLUMN "listing_ids" UUID[] NOT NULL DEFAULT '{}',
  ADD COLUMN "kinds" "search_event_kind"[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT "alert_mail_arrays_are_parallel" CHECK (
    cardinality("versions") = cardinality("search_ids") AND cardinality("event_ids") = cardinality("search_ids")
    AND cardinality("listing_ids") = cardinality("search_ids") AND cardinality("kinds") = cardinality("search_ids")) NOT VALID;

-- The same promise, one mail per person and tick, in the order in which a person's mails are looked up.
CREATE UNIQUE INDEX "alert_mail_recipient_slot_key" ON "alert_mail"("recipient", "slot");
DROP INDEX "alert_mail_slot_recipient_key";
