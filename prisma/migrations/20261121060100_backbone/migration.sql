-- CreateEnum
CREATE TYPE "search_reason" AS ENUM ('AgentDisabled', 'ClientDisabled', 'Invalid', 'NoOneToSendTo', 'ReActivated', 'Revised', 'SearchFailing', 'Started');

-- CreateEnum
CREATE TYPE "search_event_kind" AS ENUM ('New', 'Price Drop', 'Back On Market');

-- CreateEnum
CREATE TYPE "alert_run_state" AS ENUM ('sending', 'closed', 'broken');

-- CreateEnum
CREATE TYPE "contact_stage" AS ENUM ('lead', 'active', 'client', 'past');

-- CreateEnum
CREATE TYPE "job_run_status" AS ENUM ('running', 'completed', 'failed', 'cancelled', 'skipped');

-- CreateEnum
CREATE TYPE "job_outcome" AS ENUM ('good', 'warning', 'bad');

-- CreateEnum
CREATE TYPE "job_step_status" AS ENUM ('running', 'completed', 'retrying', 'failed');

-- CreateEnum
CREATE TYPE "legacy_stream" AS ENUM ('agents', 'contacts', 'listings', 'saved_searches');

-- CreateEnum
CREATE TYPE "standard_status" AS ENUM ('Active', 'Active Under Contract', 'Pending', 'Coming Soon', 'Hold', 'Withdrawn', 'Canceled', 'Expired', 'Closed', 'Incomplete', 'Delete');

-- CreateEnum
CREATE TYPE "property_sub_type" AS ENUM ('Single Family Residence', 'Townhouse', 'Condominium', 'Manufactured Home', 'Duplex', 'Unimproved Land');

-- CreateEnum
CREATE TYPE "listing_event_kind" AS ENUM ('New', 'Price Change', 'Back On Market', 'Status Change');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'admin', 'manager', 'team_lead', 'agent', 'assistant');

-- CreateEnum
CREATE TYPE "person_token_kind" AS ENUM ('invitation', 'confirmation', 'password_reset');

-- CreateEnum
CREATE TYPE "outbox_state" AS ENUM ('queued', 'sending', 'sent', 'failed', 'suppressed', 'unknown');

-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "contact_id" UUID NOT NULL,
    "owner_id" UUID,
    "name" TEXT NOT NULL,
    "active_yn" BOOLEAN NOT NULL DEFAULT true,
    "reason" "search_reason" NOT NULL DEFAULT 'Started',
    "reason_note" TEXT,
    "current_version" INTEGER NOT NULL DEFAULT 1,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_search_version" (
    "search_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "list_price_min_cents" BIGINT,
    "list_price_max_cents" BIGINT,
    "bedrooms_min" INTEGER,
    "bathrooms_min" DOUBLE PRECISION,
    "living_area_min_sq_ft" INTEGER,
    "living_area_max_sq_ft" INTEGER,
    "property_sub_types" "property_sub_type"[],
    "standard_statuses" "standard_status"[],
    "event_kinds" "search_event_kind"[],
    "city_slugs" TEXT[],
    "postal_codes" TEXT[],
    "radius_latitude" DOUBLE PRECISION,
    "radius_longitude" DOUBLE PRECISION,
    "radius_miles" DOUBLE PRECISION,
    "summary" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_search_version_pkey" PRIMARY KEY ("search_id","version")
);

-- CreateTable
CREATE TABLE "saved_search_token" (
    "token" TEXT NOT NULL,
    "search_id" UUID NOT NULL,

    CONSTRAINT "saved_search_token_pkey" PRIMARY KEY ("token","search_id")
);

-- CreateTable
CREATE TABLE "alert_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "job_run_id" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "state" "alert_run_state" NOT NULL DEFAULT 'sending',
    "feed_from" BIGINT NOT NULL,
    "feed_to" BIGINT NOT NULL,
    "horizon_age_ms" INTEGER NOT NULL,
    "events" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "searches" INTEGER NOT NULL,
    "matches" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "planned" INTEGER NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "suppressed" INTEGER NOT NULL DEFAULT 0,
    "deferred" INTEGER NOT NULL DEFAULT 0,
    "match_ms" INTEGER NOT NULL,
    "problem" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_mail" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "recipient" CITEXT NOT NULL,

    CONSTRAINT "alert_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_match" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "run_id" UUID NOT NULL,
    "mail_id" UUID,
    "search_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "event_id" UUID NOT NULL,
    "listing_id" UUID NOT NULL,
    "kind" "search_event_kind" NOT NULL,

    CONSTRAINT "alert_match_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_sent" (
    "recipient" CITEXT NOT NULL,
    "listing_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "mail_id" UUID NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_sent_pkey" PRIMARY KEY ("recipient","listing_id","event_id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "full_name" TEXT NOT NULL,
    "email" CITEXT,
    "phone" TEXT,
    "stage" "contact_stage" NOT NULL DEFAULT 'lead',
    "source" TEXT,
    "agent_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_schedule" (
    "function_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paused_at" TIMESTAMPTZ(3),
    "paused_by_id" UUID,

    CONSTRAINT "job_schedule_pkey" PRIMARY KEY ("function_id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "run_id" TEXT NOT NULL,
    "function_id" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3),
    "status" "job_run_status" NOT NULL DEFAULT 'running',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "words" TEXT,
    "outcome" "job_outcome",
    "output" JSONB,
    "error_name" TEXT,
    "error_message" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retry_of_id" TEXT,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("run_id")
);

-- CreateTable
CREATE TABLE "job_step" (
    "run_id" TEXT NOT NULL,
    "hashed_id" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "status" "job_step_status" NOT NULL DEFAULT 'running',
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "error_message" TEXT,

    CONSTRAINT "job_step_pkey" PRIMARY KEY ("run_id","hashed_id","attempt")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "cause_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "href" TEXT,
    "count" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_notice" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "incident_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "moment" TEXT NOT NULL,
    "state" "outbox_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "worker_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateTable
CREATE TABLE "legacy_cursor" (
    "stream" "legacy_stream" NOT NULL,
    "updated_at" TIMESTAMPTZ(3),
    "source_id" TEXT,
    "advanced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "legacy_cursor_pkey" PRIMARY KEY ("stream")
);

-- CreateTable
CREATE TABLE "legacy_record" (
    "stream" "legacy_stream" NOT NULL,
    "source_id" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "source_updated_at" TIMESTAMPTZ(3),
    "hash" BYTEA NOT NULL,
    "extra" JSONB,
    "synced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "legacy_record_pkey" PRIMARY KEY ("stream","source_id")
);

-- CreateTable
CREATE TABLE "legacy_quarantine" (
    "stream" "legacy_stream" NOT NULL,
    "source_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "path" TEXT,
    "sample" TEXT,
    "waits_for_stream" "legacy_stream",
    "waits_for_id" TEXT,
    "hash" BYTEA NOT NULL,
    "raw" BYTEA NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "legacy_quarantine_pkey" PRIMARY KEY ("stream","source_id")
);

-- CreateTable
CREATE TABLE "legacy_sync_count" (
    "job_run_id" TEXT NOT NULL,
    "stream" "legacy_stream" NOT NULL,
    "read" INTEGER NOT NULL DEFAULT 0,
    "inserted" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "quarantined" INTEGER NOT NULL DEFAULT 0,
    "resolved" INTEGER NOT NULL DEFAULT 0,
    "unreachable" INTEGER NOT NULL DEFAULT 0,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "legacy_sync_count_pkey" PRIMARY KEY ("job_run_id","stream")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "listing_key" TEXT NOT NULL,
    "listing_id" TEXT NOT NULL,
    "standard_status" "standard_status" NOT NULL,
    "mls_status" TEXT,
    "property_sub_type" "property_sub_type" NOT NULL,
    "list_price_cents" BIGINT NOT NULL,
    "original_list_price_cents" BIGINT NOT NULL,
    "previous_list_price_cents" BIGINT,
    "close_price_cents" BIGINT,
    "bedrooms_total" INTEGER NOT NULL,
    "bathrooms_full" INTEGER NOT NULL,
    "bathrooms_half" INTEGER NOT NULL DEFAULT 0,
    "living_area_sq_ft" INTEGER,
    "lot_size_square_feet" INTEGER,
    "year_built" INTEGER,
    "street_address" TEXT NOT NULL,
    "unit_number" TEXT,
    "city" TEXT NOT NULL,
    "city_slug" TEXT NOT NULL,
    "state_or_province" CHAR(2) NOT NULL DEFAULT 'SC',
    "postal_code" TEXT NOT NULL,
    "subdivision_name" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "public_remarks" TEXT NOT NULL DEFAULT '',
    "photo_urls" TEXT[],
    "internet_entire_listing_display_yn" BOOLEAN NOT NULL DEFAULT true,
    "internet_address_display_yn" BOOLEAN NOT NULL DEFAULT true,
    "list_agent_id" UUID,
    "list_office_name" TEXT NOT NULL,
    "on_market_timestamp" TIMESTAMPTZ(3) NOT NULL,
    "price_change_timestamp" TIMESTAMPTZ(3),
    "status_change_timestamp" TIMESTAMPTZ(3),
    "modification_timestamp" TIMESTAMPTZ(3) NOT NULL,
    "location_tokens" TEXT[],

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "listing_id" UUID NOT NULL,
    "kind" "listing_event_kind" NOT NULL,
    "from_price_cents" BIGINT,
    "to_price_cents" BIGINT NOT NULL,
    "from_status" "standard_status",
    "to_status" "standard_status" NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "change_key" TEXT NOT NULL,

    CONSTRAINT "listing_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing_feed_queue" (
    "event_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "listing_feed_queue_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "listing_feed_entry" (
    "position" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "numbered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "listing_feed_entry_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "feed_reader" (
    "name" TEXT NOT NULL,
    "position" BIGINT NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feed_reader_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "office" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "postal_address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'America/New_York',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "office_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" CITEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "title" TEXT,
    "phone" TEXT,
    "office_id" UUID NOT NULL,
    "team_id" UUID,
    "assists_id" UUID,
    "password_hash" TEXT,
    "email_confirmed_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_token" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "kind" "person_token_kind" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_limit" (
    "key" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "window_start" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "state" "outbox_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "recipient" CITEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "contact_id" UUID,
    "state" "outbox_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3),
    "message_id" TEXT NOT NULL,
    "suppressed_reason" TEXT,
    "last_error" TEXT,
    "provider_reply" TEXT,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_address" (
    "email" CITEXT NOT NULL,
    "token" TEXT NOT NULL,
    "suppressed_at" TIMESTAMPTZ(3),
    "suppression_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_address_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "timeline_entry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "contact_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "refs" JSONB NOT NULL DEFAULT '{}',
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "fact_key" TEXT NOT NULL,

    CONSTRAINT "timeline_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_search_contact_id_idx" ON "saved_search"("contact_id");

-- CreateIndex
CREATE INDEX "saved_search_updated_at_id_idx" ON "saved_search"("updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_id_current_version_key" ON "saved_search"("id", "current_version");

-- CreateIndex
CREATE INDEX "saved_search_token_search_id_idx" ON "saved_search_token"("search_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_run_job_run_id_key" ON "alert_run"("job_run_id");

-- CreateIndex
CREATE INDEX "alert_run_started_at_idx" ON "alert_run"("started_at" DESC);

-- CreateIndex
CREATE INDEX "alert_mail_run_id_idx" ON "alert_mail"("run_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_mail_slot_recipient_key" ON "alert_mail"("slot", "recipient");

-- CreateIndex
CREATE INDEX "alert_match_run_id_idx" ON "alert_match"("run_id");

-- CreateIndex
CREATE INDEX "alert_match_mail_id_idx" ON "alert_match"("mail_id");

-- CreateIndex
CREATE INDEX "alert_match_listing_id_idx" ON "alert_match"("listing_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_match_search_id_event_id_kind_key" ON "alert_match"("search_id", "event_id", "kind");

-- CreateIndex
CREATE INDEX "alert_sent_mail_id_idx" ON "alert_sent"("mail_id");

-- CreateIndex
CREATE INDEX "contact_agent_id_updated_at_id_idx" ON "contact"("agent_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "contact_office_id_updated_at_id_idx" ON "contact"("office_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "contact_updated_at_id_idx" ON "contact"("updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "contact_email_idx" ON "contact"("email");

-- CreateIndex
CREATE INDEX "contact_full_name_idx" ON "contact" USING GIN ("full_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "job_run_function_id_started_at_idx" ON "job_run"("function_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "job_run_status_seen_at_idx" ON "job_run"("status", "seen_at");

-- CreateIndex
CREATE INDEX "incident_opened_at_idx" ON "incident"("opened_at" DESC);

-- CreateIndex
CREATE INDEX "incident_notice_state_not_before_idx" ON "incident_notice"("state", "not_before");

-- CreateIndex
CREATE UNIQUE INDEX "incident_notice_incident_id_channel_moment_key" ON "incident_notice"("incident_id", "channel", "moment");

-- CreateIndex
CREATE INDEX "legacy_record_target_id_idx" ON "legacy_record"("target_id");

-- CreateIndex
CREATE INDEX "legacy_quarantine_waits_for_stream_waits_for_id_idx" ON "legacy_quarantine"("waits_for_stream", "waits_for_id");

-- CreateIndex
CREATE INDEX "legacy_quarantine_stream_reason_idx" ON "legacy_quarantine"("stream", "reason");

-- CreateIndex
CREATE INDEX "legacy_sync_count_started_at_idx" ON "legacy_sync_count"("started_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "listing_listing_key_key" ON "listing"("listing_key");

-- CreateIndex
CREATE INDEX "listing_standard_status_modification_timestamp_id_idx" ON "listing"("standard_status", "modification_timestamp" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "listing_standard_status_list_price_cents_id_idx" ON "listing"("standard_status", "list_price_cents", "id");

-- CreateIndex
CREATE INDEX "listing_city_slug_standard_status_idx" ON "listing"("city_slug", "standard_status");

-- CreateIndex
CREATE INDEX "listing_postal_code_standard_status_idx" ON "listing"("postal_code", "standard_status");

-- CreateIndex
CREATE INDEX "listing_list_agent_id_idx" ON "listing"("list_agent_id");

-- CreateIndex
CREATE INDEX "listing_location_tokens_idx" ON "listing" USING GIN ("location_tokens" array_ops);

-- CreateIndex
CREATE INDEX "listing_street_address_idx" ON "listing" USING GIN ("street_address" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "listing_event_listing_id_occurred_at_idx" ON "listing_event"("listing_id", "occurred_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "listing_event_listing_id_kind_change_key_key" ON "listing_event"("listing_id", "kind", "change_key");

-- CreateIndex
CREATE UNIQUE INDEX "listing_feed_entry_event_id_key" ON "listing_feed_entry"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "office_name_key" ON "office"("name");

-- CreateIndex
CREATE UNIQUE INDEX "team_office_id_name_key" ON "team"("office_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_office_id_full_name_idx" ON "person"("office_id", "full_name");

-- CreateIndex
CREATE INDEX "person_team_id_idx" ON "person"("team_id");

-- CreateIndex
CREATE INDEX "person_assists_id_idx" ON "person"("assists_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_token_token_hash_key" ON "person_token"("token_hash");

-- CreateIndex
CREATE INDEX "person_token_person_id_kind_idx" ON "person_token"("person_id", "kind");

-- CreateIndex
CREATE INDEX "outbox_event_state_not_before_idx" ON "outbox_event"("state", "not_before");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_dedupe_key_key" ON "outbox_mail"("dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_message_id_key" ON "outbox_mail"("message_id");

-- CreateIndex
CREATE INDEX "outbox_mail_state_not_before_idx" ON "outbox_mail"("state", "not_before");

-- CreateIndex
CREATE INDEX "outbox_mail_contact_id_created_at_idx" ON "outbox_mail"("contact_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "outbox_mail_recipient_idx" ON "outbox_mail"("recipient");

-- CreateIndex
CREATE UNIQUE INDEX "mail_address_token_key" ON "mail_address"("token");

-- CreateIndex
CREATE UNIQUE INDEX "timeline_entry_fact_key_key" ON "timeline_entry"("fact_key");

-- CreateIndex
CREATE INDEX "timeline_entry_contact_id_occurred_at_id_idx" ON "timeline_entry"("contact_id", "occurred_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_id_current_version_fkey" FOREIGN KEY ("id", "current_version") REFERENCES "saved_search_version"("search_id", "version") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "saved_search_version" ADD CONSTRAINT "saved_search_version_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search_token" ADD CONSTRAINT "saved_search_token_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_mail" ADD CONSTRAINT "alert_mail_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "alert_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_mail" ADD CONSTRAINT "alert_mail_id_fkey" FOREIGN KEY ("id") REFERENCES "outbox_mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_match" ADD CONSTRAINT "alert_match_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "alert_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_match" ADD CONSTRAINT "alert_match_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "alert_mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_match" ADD CONSTRAINT "alert_match_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_match" ADD CONSTRAINT "alert_match_search_id_version_fkey" FOREIGN KEY ("search_id", "version") REFERENCES "saved_search_version"("search_id", "version") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "alert_match" ADD CONSTRAINT "alert_match_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "listing_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_match" ADD CONSTRAINT "alert_match_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_sent" ADD CONSTRAINT "alert_sent_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "alert_mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_step" ADD CONSTRAINT "job_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "job_run"("run_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_notice" ADD CONSTRAINT "incident_notice_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_list_agent_id_fkey" FOREIGN KEY ("list_agent_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing_event" ADD CONSTRAINT "listing_event_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing_feed_entry" ADD CONSTRAINT "listing_feed_entry_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "listing_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_assists_id_fkey" FOREIGN KEY ("assists_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_token" ADD CONSTRAINT "person_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_entry" ADD CONSTRAINT "timeline_entry_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say. Names read as the sentence that was violated.

-- People
ALTER TABLE "person" ADD CONSTRAINT "only_assistants_assist" CHECK ("assists_id" IS NULL OR "role" = 'assistant');
ALTER TABLE "person" ADD CONSTRAINT "nobody_assists_themselves" CHECK ("assists_id" IS DISTINCT FROM "id");
ALTER TABLE "session" ADD CONSTRAINT "session_expires_after_it_starts" CHECK ("expires_at" > "created_at");
CREATE INDEX "person_token_open" ON "person_token" ("person_id", "kind") WHERE "used_at" IS NULL;

-- Listings
ALTER TABLE "listing"
  ADD CONSTRAINT "listing_price_is_positive" CHECK ("list_price_cents" > 0 AND "original_list_price_cents" > 0),
  ADD CONSTRAINT "listing_close_price_is_positive" CHECK ("close_price_cents" IS NULL OR "close_price_cents" > 0),
  ADD CONSTRAINT "listing_rooms_are_plausible" CHECK ("bedrooms_total" BETWEEN 0 AND 60 AND "bathrooms_full" BETWEEN 0 AND 60 AND "bathrooms_half" BETWEEN 0 AND 60),
  ADD CONSTRAINT "listing_area_is_positive" CHECK ("living_area_sq_ft" IS NULL OR "living_area_sq_ft" > 0),
  ADD CONSTRAINT "listing_lot_is_positive" CHECK ("lot_size_square_feet" IS NULL OR "lot_size_square_feet" > 0),
  ADD CONSTRAINT "listing_year_is_plausible" CHECK ("year_built" IS NULL OR "year_built" BETWEEN 1650 AND 2100),
  ADD CONSTRAINT "listing_postal_code_is_five_digits" CHECK ("postal_code" ~ '^[0-9]{5}$'),
  ADD CONSTRAINT "listing_coordinates_come_in_pairs" CHECK (("latitude" IS NULL) = ("longitude" IS NULL)),
  ADD CONSTRAINT "listing_coordinates_are_on_earth" CHECK ("latitude" IS NULL OR ("latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180)),
  ADD CONSTRAINT "listing_city_slug_is_a_slug" CHECK ("city_slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "listing_event"
  ADD CONSTRAINT "listing_event_says_what_changed" CHECK (
    ("kind" = 'New' AND "from_status" IS NULL AND "from_price_cents" IS NULL)
    OR ("kind" = 'Price Change' AND "from_price_cents" IS DISTINCT FROM "to_price_cents" AND "from_price_cents" IS NOT NULL)
    OR ("kind" IN ('Back On Market', 'Status Change') AND "from_status" IS NOT NULL AND "from_status" <> "to_status")
  );

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "listing_event_is_append_only" BEFORE UPDATE OR DELETE ON "listing_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "listing_feed_entry_is_append_only" BEFORE UPDATE OR DELETE ON "listing_feed_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "saved_search_version_is_append_only" BEFORE UPDATE ON "saved_search_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Every event queues itself: no writer can forget it.
CREATE FUNCTION queue_listing_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "listing_feed_queue" ("event_id", "recorded_at") SELECT "id", "recorded_at" FROM "added";
  RETURN NULL;
END $$;
CREATE TRIGGER "listing_event_queues_itself" AFTER INSERT ON "listing_event"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION queue_listing_events();

-- Alerts
-- A search and its first version point at each other: the check waits for the commit.
ALTER TABLE "saved_search" ALTER CONSTRAINT "saved_search_id_current_version_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "saved_search_version"
  ADD CONSTRAINT "search_price_range_is_a_range" CHECK ("list_price_min_cents" IS NULL OR "list_price_max_cents" IS NULL OR "list_price_min_cents" <= "list_price_max_cents"),
  ADD CONSTRAINT "search_area_range_is_a_range" CHECK ("living_area_min_sq_ft" IS NULL OR "living_area_max_sq_ft" IS NULL OR "living_area_min_sq_ft" <= "living_area_max_sq_ft"),
  ADD CONSTRAINT "search_radius_is_whole_or_absent" CHECK (num_nulls("radius_latitude", "radius_longitude", "radius_miles") IN (0, 3)),
  ADD CONSTRAINT "search_radius_is_plausible" CHECK ("radius_miles" IS NULL OR ("radius_miles" > 0 AND "radius_miles" <= 100)),
  ADD CONSTRAINT "search_wants_some_status" CHECK (cardinality("standard_statuses") > 0),
  ADD CONSTRAINT "search_wants_some_event" CHECK (cardinality("event_kinds") > 0);
ALTER TABLE "alert_run"
  ADD CONSTRAINT "alert_run_window_moves_forward" CHECK ("feed_to" >= "feed_from"),
  ADD CONSTRAINT "closed_books_add_up" CHECK ("state" <> 'closed' OR "planned" = "sent" + "failed" + "suppressed" + "deferred");

-- Outbox
ALTER TABLE "outbox_mail"
  ADD CONSTRAINT "sent_mail_has_its_content" CHECK ("state" <> 'sent' OR ("sent_at" IS NOT NULL AND "subject" IS NOT NULL AND "text" IS NOT NULL)),
  ADD CONSTRAINT "suppressed_mail_says_why" CHECK (("state" = 'suppressed') = ("suppressed_reason" IS NOT NULL));
ALTER TABLE "mail_address" ADD CONSTRAINT "suppressed_address_says_why"
  CHECK (("suppressed_at" IS NULL) = ("suppression_reason" IS NULL));
CREATE INDEX "outbox_mail_due" ON "outbox_mail" ("not_before") WHERE "state" IN ('queued', 'sending', 'unknown');
CREATE INDEX "outbox_event_due" ON "outbox_event" ("not_before") WHERE "state" IN ('queued', 'sending');

-- Jobs
CREATE UNIQUE INDEX "one_open_incident_a_cause" ON "incident" ("cause_key") WHERE "resolved_at" IS NULL;
ALTER TABLE "job_run" ADD CONSTRAINT "ended_runs_have_an_end" CHECK (("status" = 'running') = ("ended_at" IS NULL));

-- Legacy
ALTER TABLE "legacy_sync_count"
  ADD CONSTRAINT "sync_counts_add_up" CHECK ("read" = "inserted" + "updated" + "unchanged" + "quarantined"),
  ADD CONSTRAINT "sync_counts_are_not_negative" CHECK (LEAST("read", "inserted", "updated", "unchanged", "quarantined", "resolved", "unreachable", "pages") >= 0);
ALTER TABLE "legacy_quarantine" ADD CONSTRAINT "orphans_name_what_they_wait_for"
  CHECK (("waits_for_stream" IS NULL) = ("waits_for_id" IS NULL));

-- Wake-ups. A NOTIFY leaves at commit, and equal ones in a transaction are sent once.
CREATE FUNCTION tell_listeners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify(TG_ARGV[0], TG_ARGV[1]);
  RETURN NULL;
END $$;
CREATE TRIGGER "outbox_event_wakes_the_relay" AFTER INSERT ON "outbox_event" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_outbox', 'events');
CREATE TRIGGER "job_run_is_live" AFTER INSERT OR UPDATE ON "job_run" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'jobs');
CREATE TRIGGER "job_step_is_live" AFTER INSERT OR UPDATE ON "job_step" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'jobs');
CREATE TRIGGER "job_schedule_is_live" AFTER INSERT OR UPDATE ON "job_schedule" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'jobs');
CREATE TRIGGER "incident_is_live" AFTER INSERT OR UPDATE ON "incident" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'incidents');
CREATE TRIGGER "outbox_mail_is_live" AFTER INSERT OR UPDATE ON "outbox_mail" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'outbox');
CREATE TRIGGER "alert_run_is_live" AFTER INSERT OR UPDATE ON "alert_run" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'alerts');
CREATE TRIGGER "listing_event_is_live" AFTER INSERT ON "listing_event" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'listings');
