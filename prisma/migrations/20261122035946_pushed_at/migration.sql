-- A column that may be empty, without a default: the table is not rewritten.
ALTER TABLE "lead_offer_person" ADD COLUMN "pushed_at" TIMESTAMPTZ(3);
