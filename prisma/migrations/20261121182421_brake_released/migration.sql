-- Who said that what a braked walk missed is really gone.
ALTER TABLE "legacy_sweep" ADD COLUMN "released_at" TIMESTAMPTZ(3), ADD COLUMN "released_by_id" UUID;
ALTER TABLE "legacy_sweep" ADD CONSTRAINT "legacy_sweep_released_by_id_fkey" FOREIGN KEY ("released_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
