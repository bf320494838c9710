-- Columns with constant defaults and constraints that are NOT VALID: nothing here reads or rewrites a full table.

CREATE TYPE "property_type" AS ENUM ('Residential', 'Residential Income', 'Land', 'Manufactured In Park', 'Farm');
CREATE TYPE "listing_feature" AS ENUM (
  'Pool', 'Waterfront', 'Water View', 'Ocean View', 'Dock', 'Garage', 'Fireplace', 'New Construction', 'Single Story',
  'Primary Downstairs', 'Screened Porch', 'Fenced Yard', 'Guest Quarters', 'Gated', 'Elevator', 'Golf Course'
);
CREATE TYPE "open_house_status" AS ENUM ('Active', 'Canceled', 'Ended');

ALTER TABLE "listing"
  ADD COLUMN "property_type" "property_type" NOT NULL DEFAULT 'Residential',
  ADD COLUMN "subdivision_slug" TEXT,
  ADD COLUMN "features" "listing_feature"[] NOT NULL DEFAULT ARRAY[]::"listing_feature"[],
  ADD COLUMN "keyword_text" TEXT NOT NULL DEFAULT '',
  ADD CONSTRAINT "listing_subdivision_slug_is_a_slug" CHECK ("subdivision_slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$') NOT VALID,
  ADD CONSTRAINT "listing_keyword_text_is_padded" CHECK ("keyword_text" = '' OR "keyword_text" LIKE ' % ') NOT VALID;

CREATE TABLE "open_house" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "open_house_key" TEXT NOT NULL,
    "listing_id" UUID NOT NULL,
    "open_house_start_time" TIMESTAMPTZ(3) NOT NULL,
    "open_house_end_time" TIMESTAMPTZ(3) NOT NULL,
    "open_house_status" "open_house_status" NOT NULL DEFAULT 'Active',
    "open_house_remarks" TEXT,
    "modification_timestamp" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "open_house_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "open_house_ends_after_it_starts" CHECK ("open_house_end_time" > "open_house_start_time")
);
CREATE UNIQUE INDEX "open_house_open_house_key_key" ON "open_house"("open_house_key");
CREATE INDEX "open_house_listing_id_open_house_start_time_idx" ON "open_house"("listing_id", "open_house_start_time");
CREATE UNIQUE INDEX "open_house_id_listing_id_key" ON "open_house"("id", "listing_id");
ALTER TABLE "open_house" ADD CONSTRAINT "open_house_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The pair, so that an event cannot tell of another home's visit.
ALTER TABLE "listing_event"
  ADD COLUMN "open_house_id" UUID,
  ADD CONSTRAINT "listing_event_open_house_id_listing_id_fkey" FOREIGN KEY ("open_house_id", "listing_id")
    REFERENCES "open_house"("id", "listing_id") ON DELETE RESTRICT ON UPDATE NO ACTION NOT VALID,
  DROP CONSTRAINT "listing_event_says_what_changed",
  ADD CONSTRAINT "listing_event_says_what_changed" CHECK (
    ("kind" = 'New' AND "from_status" IS NULL AND "from_price_cents" IS NULL)
    OR ("kind" = 'Price Change' AND "from_price_cents" IS DISTINCT FROM "to_price_cents" AND "from_price_cents" IS NOT NULL)
    OR ("kind" IN ('Back On Market', 'Status Change') AND "from_status" IS NOT NULL AND "from_status" <> "to_status")
    OR ("kind" = 'Open House' AND "from_status" IS NULL AND "from_price_cents" IS NULL)
  ) NOT VALID,
  ADD CONSTRAINT "open_house_events_name_theirs" CHECK (("kind" = 'Open House') = ("open_house_id" IS NOT NULL)) NOT VALID;

ALTER TABLE "saved_search_version"
  ADD COLUMN "lot_size_min_sq_ft" INTEGER,
  ADD COLUMN "lot_size_max_sq_ft" INTEGER,
  ADD COLUMN "year_built_min" INTEGER,
  ADD COLUMN "year_built_max" INTEGER,
  ADD COLUMN "property_types" "property_type"[] NOT NULL DEFAULT ARRAY[]::"property_type"[],
  ADD COLUMN "features" "listing_feature"[] NOT NULL DEFAULT ARRAY[]::"listing_feature"[],
  ADD COLUMN "keywords" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "subdivision_slugs" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "polygons" JSONB NOT NULL DEFAULT '[]',
  ADD CONSTRAINT "search_lot_range_is_a_range" CHECK ("lot_size_min_sq_ft" <= "lot_size_max_sq_ft") NOT VALID,
  ADD CONSTRAINT "search_year_range_is_a_range" CHECK ("year_built_min" <= "year_built_max") NOT VALID,
  ADD CONSTRAINT "search_keywords_are_normalised" CHECK (cardinality("keywords") <= 10 AND array_to_string("keywords", '|') ~ '^[a-z0-9 |]*$') NOT VALID,
  ADD CONSTRAINT "search_polygons_are_few_rings" CHECK (jsonb_typeof("polygons") = 'array' AND jsonb_array_length("polygons") <= 5) NOT VALID;

/*
 * Whether a point lies in any of the rings of [longitude, latitude] corners: planar, nonzero winding, edges and corners
 * belong to the inside. The same sums in the same order as `liesInRing` in listings.polygons.ts, so both agree to the bit.
 */
CREATE FUNCTION lies_in_polygons(polygons JSONB, x FLOAT8, y FLOAT8) RETURNS BOOLEAN
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  ring JSONB; corners INT; winding INT; side FLOAT8; ax FLOAT8; ay FLOAT8; bx FLOAT8; b_y FLOAT8;
BEGIN
  IF x IS NULL OR y IS NULL THEN RETURN false; END IF;
  FOR ring IN SELECT jsonb_array_elements(polygons) LOOP
    corners := jsonb_array_length(ring);
    winding := 0;
    ax := (ring -> (corners - 1) ->> 0)::FLOAT8;
    ay := (ring -> (corners - 1) ->> 1)::FLOAT8;
    FOR i IN 0 .. corners - 1 LOOP
      bx := (ring -> i ->> 0)::FLOAT8;
      b_y := (ring -> i ->> 1)::FLOAT8;
      side := (bx - ax) * (y - ay) - (x - ax) * (b_y - ay);
      IF side = 0 AND x BETWEEN least(ax, bx) AND greatest(ax, bx) AND y BETWEEN least(ay, b_y) AND greatest(ay, b_y) THEN
        RETURN true;
      END IF;
      IF ay <= y AND b_y > y AND side > 0 THEN winding := winding + 1; END IF;
      IF ay > y AND b_y <= y AND side < 0 THEN winding := winding - 1; END IF;
      ax := bx;
      ay := b_y;
    END LOOP;
    IF winding <> 0 THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END $$;
