-- What the public map search asks. Each index takes seconds on a million homes; on a busy live table, make them by hand
-- with CONCURRENTLY before this runs: it takes what is there.

-- Homes whose place anybody may know, with what most searches ask of them: answered without reading the homes.
CREATE INDEX IF NOT EXISTS "listing_public_place" ON "listing" ("latitude", "longitude")
  INCLUDE ("list_price_cents", "standard_status", "property_sub_type", "bedrooms_total", "bathrooms_full", "bathrooms_half", "living_area_sq_ft", "id")
  WHERE internet_entire_listing_display_yn AND internet_address_display_yn AND latitude IS NOT NULL
    AND standard_status IN ('Active', 'Coming Soon', 'Active Under Contract', 'Pending');

-- One in thirty-two of them, always the same: what speaks for more homes than can be counted while somebody waits.
CREATE INDEX IF NOT EXISTS "listing_public_sample" ON "listing" ("latitude", "longitude")
  INCLUDE ("list_price_cents", "standard_status", "property_sub_type", "bedrooms_total", "bathrooms_full", "bathrooms_half", "living_area_sq_ft")
  WHERE internet_entire_listing_display_yn AND internet_address_display_yn AND latitude IS NOT NULL
    AND standard_status IN ('Active', 'Coming Soon', 'Active Under Contract', 'Pending')
    AND (hashtext(listing_key) & 31) = 0;

-- Names of neighborhoods, one step each, while somebody types.
CREATE INDEX IF NOT EXISTS "listing_subdivision" ON "listing" ("subdivision_slug") WHERE subdivision_slug IS NOT NULL;
