-- A new table, and a column that may be empty from now on: nothing here rewrites a full table.
CREATE TABLE "listing_photo" (
    "id" UUID NOT NULL,
    "listing_id" UUID NOT NULL,
    "media_url" TEXT NOT NULL,
    "short_description" TEXT,
    "order" INTEGER NOT NULL,
    "modification_timestamp" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "listing_photo_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_photo_is_on_the_web" CHECK ("media_url" ~ '^https?://'),
    CONSTRAINT "a_photo_has_a_place" CHECK ("order" >= 0),
    CONSTRAINT "words_of_a_photo_say_something" CHECK ("short_description" <> '')
);
CREATE INDEX "listing_photo_listing_id_order_id_idx" ON "listing_photo"("listing_id", "order", "id");
ALTER TABLE "listing_photo" ADD CONSTRAINT "listing_photo_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Somebody who only left a number has asked too. Each row of before has an address, so the check holds for all of them.
ALTER TABLE "inquiry" ALTER COLUMN "email" DROP NOT NULL;
ALTER TABLE "inquiry" ADD CONSTRAINT "who_asks_can_be_reached" CHECK ("email" IS NOT NULL OR "phone" IS NOT NULL) NOT VALID;
ALTER TABLE "inquiry" VALIDATE CONSTRAINT "who_asks_can_be_reached";

-- Inquiries of the old system whose home has not come over yet. No row is in it when it is made; it reads the table once.
CREATE INDEX "legacy_record_waits_for_listing" ON "legacy_record" (("extra" ->> '$listing')) WHERE "stream" = 'leads' AND "extra" ? '$listing';
