-- CreateEnum
CREATE TYPE "mail_event_kind" AS ENUM ('refused', 'delivered', 'bounced', 'delayed', 'complained', 'opened', 'clicked', 'unsubscribed');

-- AlterTable. Without a default, so that no row is rewritten.
ALTER TABLE "outbox_mail" ADD COLUMN "happened_at" TIMESTAMPTZ(3), ADD COLUMN "in_doubt_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "mail_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "mail_id" UUID NOT NULL,
    "kind" "mail_event_kind" NOT NULL,
    "provider_event_id" TEXT NOT NULL,
    "detail" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_receipt" (
    "token" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_receipt_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "mail_brake" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "pulled_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "sent" INTEGER NOT NULL,
    "bounced" INTEGER NOT NULL,
    "complained" INTEGER NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "released_by_id" UUID,

    CONSTRAINT "mail_brake_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_event_mail_id_provider_event_id_key" ON "mail_event"("mail_id", "provider_event_id");

-- CreateIndex
CREATE INDEX "mail_event_recorded_at_kind_idx" ON "mail_event"("recorded_at", "kind");

-- CreateIndex
CREATE INDEX "webhook_receipt_received_at_idx" ON "webhook_receipt"("received_at");

-- AddForeignKey
ALTER TABLE "mail_event" ADD CONSTRAINT "mail_event_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "outbox_mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
CREATE UNIQUE INDEX "alerts_are_stopped_once" ON "mail_brake" ((true)) WHERE "released_at" IS NULL;
ALTER TABLE "mail_brake" ADD CONSTRAINT "released_by_somebody" CHECK (("released_at" IS NULL) = ("released_by_id" IS NULL));

-- The brake counts what left within a window. On a large live table build it beforehand, CONCURRENTLY, under this name.
CREATE INDEX IF NOT EXISTS "outbox_mail_sent_at" ON "outbox_mail" ("sent_at") WHERE "state" = 'sent';

CREATE TRIGGER "mail_event_is_append_only" BEFORE UPDATE ON "mail_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "mail_brake_is_live" AFTER INSERT OR UPDATE ON "mail_brake" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'outbox');
