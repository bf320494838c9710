-- Apart from where they were added: these read the tables, and need no lock that stops a writer.
ALTER TABLE "listing" VALIDATE CONSTRAINT "listing_subdivision_slug_is_a_slug";
ALTER TABLE "listing" VALIDATE CONSTRAINT "listing_keyword_text_is_padded";
ALTER TABLE "listing_event" VALIDATE CONSTRAINT "listing_event_open_house_id_listing_id_fkey";
ALTER TABLE "listing_event" VALIDATE CONSTRAINT "listing_event_says_what_changed";
ALTER TABLE "listing_event" VALIDATE CONSTRAINT "open_house_events_name_theirs";
ALTER TABLE "saved_search_version" VALIDATE CONSTRAINT "search_lot_range_is_a_range";
ALTER TABLE "saved_search_version" VALIDATE CONSTRAINT "search_year_range_is_a_range";
ALTER TABLE "saved_search_version" VALIDATE CONSTRAINT "search_keywords_are_normalised";
ALTER TABLE "saved_search_version" VALIDATE CONSTRAINT "search_polygons_are_few_rings";

-- Homes on the market learn at once what new searches ask for; the others with their next change, before it is told.
WITH "words" AS (
  SELECT "id",
         nullif(btrim(regexp_replace(regexp_replace(lower(normalize("subdivision_name", NFKD)), '[''’\u0300-\u036f]', '', 'g'), '[^a-z0-9]+', ' ', 'g')), '') AS "subdivision",
         nullif(btrim(regexp_replace(regexp_replace(lower(normalize("public_remarks", NFKD)), '[''’\u0300-\u036f]', '', 'g'), '[^a-z0-9]+', ' ', 'g')), '') AS "remarks"
    FROM "listing" WHERE "standard_status" IN ('Active', 'Coming Soon', 'Active Under Contract', 'Pending')
)
UPDATE "listing" SET
  "property_type" = CASE "property_sub_type" WHEN 'Unimproved Land' THEN 'Land' WHEN 'Duplex' THEN 'Residential Income' ELSE 'Residential' END::"property_type",
  "subdivision_slug" = replace("words"."subdivision", ' ', '-'),
  "keyword_text" = coalesce(' ' || nullif(concat_ws('  ', "words"."remarks", "words"."subdivision"), '') || ' ', ''),
  "location_tokens" = CASE WHEN "words"."subdivision" IS NULL THEN "location_tokens"
    ELSE array_append("location_tokens", 'sub:' || replace("words"."subdivision", ' ', '-')) END
 FROM "words" WHERE "words"."id" = "listing"."id";
