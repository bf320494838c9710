-- Two more measures of a week; constant defaults, so no row is rewritten. Weeks are counted again by the next night.
ALTER TABLE "alert_week_share"
  ADD COLUMN "visited" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "inquired" INTEGER NOT NULL DEFAULT 0;
