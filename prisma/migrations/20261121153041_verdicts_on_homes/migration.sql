-- CreateEnum
CREATE TYPE "contact_listing_preference" AS ENUM ('Favorite', 'Possible', 'Discard');

-- AlterTable: nullable and without a default, so no row is rewritten.
ALTER TABLE "saved_search" ADD COLUMN "paused_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "contact_listing" (
    "email" CITEXT NOT NULL,
    "listing_id" UUID NOT NULL,
    "preference" "contact_listing_preference" NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "origin" TEXT NOT NULL,

    CONSTRAINT "contact_listing_pkey" PRIMARY KEY ("email","listing_id"),
    CONSTRAINT "a_verdict_comes_from_somewhere" CHECK ("origin" IN ('portal', 'home'))
);

-- CreateTable
CREATE TABLE "retired_token" (
    "token" TEXT NOT NULL,
    "email" CITEXT NOT NULL,
    "retired_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retired_token_pkey" PRIMARY KEY ("token")
);

-- CreateIndex
CREATE INDEX "contact_listing_listing_id_idx" ON "contact_listing"("listing_id");

-- CreateIndex
CREATE INDEX "retired_token_email_idx" ON "retired_token"("email");

-- Each run asks which searches are paused: few are. No row has a value yet, so it is built in one quick pass.
CREATE INDEX "saved_search_paused" ON "saved_search" ("paused_until") WHERE "paused_until" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "contact_listing" ADD CONSTRAINT "contact_listing_email_fkey" FOREIGN KEY ("email") REFERENCES "mail_address"("email") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_listing" ADD CONSTRAINT "contact_listing_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retired_token" ADD CONSTRAINT "retired_token_email_fkey" FOREIGN KEY ("email") REFERENCES "mail_address"("email") ON DELETE CASCADE ON UPDATE CASCADE;

-- The agent sees a verdict as it is given.
CREATE TRIGGER "contact_listing_is_live" AFTER INSERT OR UPDATE OR DELETE ON "contact_listing" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'alerts');
