-- CreateEnum
CREATE TYPE "lead_door" AS ENUM ('own_page', 'form', 'webhook', 'email', 'csv', 'hand', 'old_system');

-- CreateEnum
CREATE TYPE "lead_type" AS ENUM ('Buyer', 'Seller', 'Renter');

-- CreateEnum
CREATE TYPE "lead_arrival_state" AS ENUM ('received', 'taken', 'held', 'unreadable', 'discarded');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "audit_action" ADD VALUE 'lead_source_added';
ALTER TYPE "audit_action" ADD VALUE 'lead_source_changed';
ALTER TYPE "audit_action" ADD VALUE 'lead_source_paused';
ALTER TYPE "audit_action" ADD VALUE 'lead_source_resumed';
ALTER TYPE "audit_action" ADD VALUE 'lead_source_trusted';
ALTER TYPE "audit_action" ADD VALUE 'lead_source_doubted';
ALTER TYPE "audit_action" ADD VALUE 'lead_secret_changed';
ALTER TYPE "audit_action" ADD VALUE 'arrival_released';
ALTER TYPE "audit_action" ADD VALUE 'arrival_discarded';
ALTER TYPE "audit_action" ADD VALUE 'leads_imported';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "audit_target" ADD VALUE 'lead_source';
ALTER TYPE "audit_target" ADD VALUE 'arrival';
ALTER TYPE "audit_target" ADD VALUE 'lead_import';

-- AlterEnum
ALTER TYPE "inquiry_kind" ADD VALUE 'General';

-- AlterTable
ALTER TABLE "inquiry" ADD COLUMN     "city_slug" TEXT,
ADD COLUMN     "door" "lead_door" NOT NULL DEFAULT 'own_page',
ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "lead_type" "lead_type",
ADD COLUMN     "longitude" DOUBLE PRECISION,
ADD COLUMN     "named_agent_id" UUID,
ADD COLUMN     "postal_code" TEXT,
ADD COLUMN     "price_cents" BIGINT,
ADD COLUMN     "property_sub_type" "property_sub_type",
ADD COLUMN     "source_id" UUID,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "lead_source" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "door" "lead_door" NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "secret_version" INTEGER NOT NULL DEFAULT 1,
    "old_secret_until" TIMESTAMPTZ(3),
    "default_lead_type" "lead_type",
    "default_tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "trusts_named_agent" BOOLEAN NOT NULL DEFAULT false,
    "per_minute" INTEGER NOT NULL DEFAULT 60,
    "allowed_origins" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_arrival" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "door" "lead_door" NOT NULL,
    "source_id" UUID,
    "state" "lead_arrival_state" NOT NULL,
    "body" BYTEA NOT NULL,
    "content_type" TEXT NOT NULL,
    "dedupe_key" BYTEA NOT NULL,
    "network_hash" BYTEA,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "draft" JSONB,
    "format" TEXT,
    "reason" TEXT,
    "inquiry_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "import_id" UUID,
    "import_row" INTEGER,

    CONSTRAINT "lead_arrival_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_import" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "file_name" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "mapping" JSONB NOT NULL,
    "source_id" UUID,
    "row_count" INTEGER NOT NULL,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "lead_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "lead_source_key_key" ON "lead_source"("key");

-- CreateIndex
CREATE UNIQUE INDEX "lead_arrival_dedupe_key_key" ON "lead_arrival"("dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "lead_arrival_inquiry_id_key" ON "lead_arrival"("inquiry_id");

-- CreateIndex
CREATE INDEX "lead_arrival_source_id_received_at_idx" ON "lead_arrival"("source_id", "received_at" DESC);

-- CreateIndex
CREATE INDEX "lead_arrival_state_received_at_id_idx" ON "lead_arrival"("state", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "lead_arrival_settled_by_id_idx" ON "lead_arrival"("settled_by_id");

-- CreateIndex
CREATE INDEX "lead_arrival_import_id_import_row_idx" ON "lead_arrival"("import_id", "import_row");

-- CreateIndex
CREATE INDEX "lead_import_created_by_id_created_at_idx" ON "lead_import"("created_by_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "lead_import_source_id_idx" ON "lead_import"("source_id");

-- CreateIndex
CREATE INDEX "inquiry_source_id_received_at_idx" ON "inquiry"("source_id", "received_at" DESC);

-- CreateIndex
CREATE INDEX "inquiry_named_agent_id_idx" ON "inquiry"("named_agent_id");

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "lead_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_named_agent_id_fkey" FOREIGN KEY ("named_agent_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_arrival" ADD CONSTRAINT "lead_arrival_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "lead_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_arrival" ADD CONSTRAINT "lead_arrival_inquiry_id_fkey" FOREIGN KEY ("inquiry_id") REFERENCES "inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_arrival" ADD CONSTRAINT "lead_arrival_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_arrival" ADD CONSTRAINT "lead_arrival_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "lead_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_import" ADD CONSTRAINT "lead_import_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "lead_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_import" ADD CONSTRAINT "lead_import_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
