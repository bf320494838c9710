import { Prisma } from '#server/generated/prisma/client.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing'] as const

const EARTH_RADIUS_MILES = 3958.7613

/**
 * What event `c` is to version `v` of a search; null when it is nothing to it. One search hears of one event in one way:
 * a change of price that brought the home into its range, where it asks for that, else a cut.
 */
export const toldAs = Prisma.sql`
  CASE c.event_kind
    WHEN 'Price Change' THEN CASE
      WHEN 'Moved Into Range' = ANY(v.event_kinds)
           AND (c.old_price_cents < v.list_price_min_cents OR c.old_price_cents > v.list_price_max_cents) THEN 'Moved Into Range'
      WHEN c.is_cut THEN 'Price Drop' END
    WHEN 'Status Change' THEN CASE WHEN c.new_status = ANY(v.standard_statuses) THEN 'Status Change' END
    ELSE c.event_kind END`

/**
 * Whether home `c` (a row of `listing`) is what version `v` of a search asks for. The one place that says it in SQL:
 * what a page says a home fits, and whom a run writes to, must be the same searches.
 */
export const fitsCriteria = Prisma.sql`
         c.standard_status = ANY(v.standard_statuses)
     AND (v.list_price_min_cents IS NULL OR c.list_price_cents >= v.list_price_min_cents)
     AND (v.list_price_max_cents IS NULL OR c.list_price_cents <= v.list_price_max_cents)
     AND (v.bedrooms_min IS NULL OR c.bedrooms_total >= v.bedrooms_min)
     AND (v.bathrooms_min IS NULL OR c.bathrooms_full + 0.5 * c.bathrooms_half >= v.bathrooms_min)
     AND (v.living_area_min_sq_ft IS NULL OR c.living_area_sq_ft >= v.living_area_min_sq_ft)
     AND (v.living_area_max_sq_ft IS NULL OR c.living_area_sq_ft <= v.living_area_max_sq_ft)
     AND (v.lot_size_min_sq_ft IS NULL OR c.lot_size_square_feet >= v.lot_size_min_sq_ft)
     AND (v.lot_size_max_sq_ft IS NULL OR c.lot_size_square_feet <= v.lot_size_max_sq_ft)
     AND (v.year_built_min IS NULL OR c.year_built >= v.year_built_min)
     AND (v.year_built_max IS NULL OR c.year_built <= v.year_built_max)
     AND (cardinality(v.property_types) = 0 OR c.property_type = ANY(v.property_types))
     AND (cardinality(v.property_sub_types) = 0 OR c.property_sub_type = ANY(v.property_sub_types))
     AND c.features @> v.features
     AND NOT EXISTS (SELECT FROM unnest(v.keywords) AS asked(words) WHERE position(' ' || words || ' ' IN c.keyword_text) = 0)
     AND ((cardinality(v.city_slugs) = 0 AND cardinality(v.postal_codes) = 0 AND cardinality(v.subdivision_slugs) = 0
           AND v.radius_miles IS NULL AND v.polygons = '[]')
          OR c.city_slug = ANY(v.city_slugs)
          OR c.postal_code = ANY(v.postal_codes)
          OR c.subdivision_slug = ANY(v.subdivision_slugs)
          OR (v.polygons <> '[]' AND lies_in_polygons(v.polygons, c.longitude, c.latitude))
          OR (v.radius_miles IS NOT NULL AND c.latitude IS NOT NULL
              AND 2 * ${EARTH_RADIUS_MILES}::float8 * asin(least(1, sqrt(
                    power(sin(radians(c.latitude - v.radius_latitude) / 2), 2)
                    + cos(radians(v.radius_latitude)) * cos(radians(c.latitude))
                      * power(sin(radians(c.longitude - v.radius_longitude) / 2), 2)))) <= v.radius_miles))`
