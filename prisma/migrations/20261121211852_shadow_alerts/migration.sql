-- What the old engine sent, and how it compares with what Palmetto sent or would have sent.
CREATE TABLE "legacy_sent_alert" (
    "id" UUID NOT NULL,
    "contact_source_id" TEXT NOT NULL,
    "search_source_id" TEXT,
    "listing_source_ids" TEXT[] NOT NULL,
    "prices_cents" BIGINT[] NOT NULL,
    "kinds" TEXT[] NOT NULL,
    "sent_to" CITEXT,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "written_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "legacy_sent_alert_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_line_has_a_price_and_a_kind" CHECK (
      cardinality("prices_cents") = cardinality("listing_source_ids") AND cardinality("kinds") = cardinality("listing_source_ids"))
);
CREATE INDEX "legacy_sent_alert_sent_at_idx" ON "legacy_sent_alert"("sent_at");
CREATE INDEX "legacy_sent_alert_contact_source_id_sent_at_idx" ON "legacy_sent_alert"("contact_source_id", "sent_at");

CREATE TYPE "legacy_shadow_state" AS ENUM ('comparing', 'partial', 'complete', 'before');
CREATE TYPE "legacy_shadow_kind" AS ENUM ('theirs_only', 'ours_only', 'twice', 'price', 'address');
CREATE TYPE "legacy_shadow_cause" AS ENUM (
  'theirs_missed', 'theirs_skipped_run', 'ours_missed', 'ours_wrong', 'our_run_failed', 'data_late', 'rule_differs', 'duplicate',
  'unsubscribed', 'suppressed', 'said_no', 'rhythm', 'address_changed', 'hidden_home', 'cut_off', 'search_unknown',
  'person_unknown', 'home_unknown', 'clock_shift', 'only_here', 'unexplained');

CREATE TABLE "legacy_shadow_day" (
    "day" DATE NOT NULL,
    "state" "legacy_shadow_state" NOT NULL,
    "pass" INTEGER NOT NULL,
    "cursor" TEXT,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "is_replayed" BOOLEAN NOT NULL DEFAULT false,
    "people" INTEGER NOT NULL DEFAULT 0,
    "pairs" INTEGER NOT NULL DEFAULT 0,
    "agreed" INTEGER NOT NULL DEFAULT 0,
    "differences" INTEGER NOT NULL DEFAULT 0,
    "unexplained" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "legacy_shadow_day_pkey" PRIMARY KEY ("day"),
    CONSTRAINT "who_agrees_was_compared" CHECK ("agreed" BETWEEN 0 AND "pairs"),
    CONSTRAINT "what_is_unexplained_differs" CHECK ("unexplained" BETWEEN 0 AND "differences"),
    CONSTRAINT "a_comparison_is_at_work_or_over" CHECK (("state" = 'comparing') = ("ended_at" IS NULL))
);

CREATE TABLE "legacy_shadow_difference" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "day" DATE NOT NULL,
    "person" TEXT NOT NULL,
    "contact_id" UUID,
    "home" TEXT NOT NULL,
    "listing_id" UUID,
    "kind" "legacy_shadow_kind" NOT NULL,
    "cause" "legacy_shadow_cause" NOT NULL,
    "criterion" TEXT,
    "happened_at" TIMESTAMPTZ(3),
    "evidence" JSONB NOT NULL,
    "pass" INTEGER NOT NULL,
    "explanation" TEXT,
    "explained_by_id" UUID,
    "explained_at" TIMESTAMPTZ(3),

    CONSTRAINT "legacy_shadow_difference_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "only_rules_differ_in_a_criterion" CHECK (("criterion" IS NOT NULL) = ("cause" = 'rule_differs')),
    CONSTRAINT "an_explanation_has_words_and_a_time" CHECK (("explanation" IS NULL) = ("explained_at" IS NULL) AND btrim("explanation") <> ''),
    CONSTRAINT "legacy_shadow_difference_day_fkey" FOREIGN KEY ("day") REFERENCES "legacy_shadow_day"("day") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "legacy_shadow_difference_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "legacy_shadow_difference_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "legacy_shadow_difference_explained_by_id_fkey" FOREIGN KEY ("explained_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "legacy_shadow_difference_day_person_home_kind_key" ON "legacy_shadow_difference"("day", "person", "home", "kind");
CREATE INDEX "legacy_shadow_difference_day_cause_idx" ON "legacy_shadow_difference"("day", "cause");
CREATE INDEX "legacy_shadow_difference_contact_id_idx" ON "legacy_shadow_difference"("contact_id");
CREATE INDEX "legacy_shadow_difference_listing_id_idx" ON "legacy_shadow_difference"("listing_id");

-- No foreign keys: worked out anew for each comparison, and gone with it.
CREATE TABLE "legacy_would_send" (
    "day" DATE NOT NULL,
    "event_id" UUID NOT NULL,
    "search_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "search_event_kind" NOT NULL,
    "contact_id" UUID NOT NULL,
    "listing_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "legacy_would_send_pkey" PRIMARY KEY ("day", "event_id", "search_id")
);
CREATE INDEX "legacy_would_send_contact_id_at_idx" ON "legacy_would_send"("contact_id", "at");
-- "What happened on this day that no run has read?" Make it CONCURRENTLY by hand before, where the table is large.
CREATE INDEX IF NOT EXISTS "listing_event_recorded_at_idx" ON "listing_event"("recorded_at");
