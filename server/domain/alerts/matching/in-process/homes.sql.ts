import type { Client } from 'pg'

/** Tables this reads across subjects. @public */
export const READS = ['listing_feed_entry', 'listing_event', 'listing', 'open_house'] as const

/** An event that may be told, with the home as it stands now. Words are the database's; a bigint comes as text. */
export type HappeningRow = {
  eventId: string
  listingId: string
  kind: string
  oldPriceCents: string | null
  newStatus: string
  isCut: boolean | null
  status: string
  type: string
  subType: string
  priceCents: string
  bedrooms: number
  bathroomHalves: number
  livingArea: number | null
  lotSize: number | null
  yearBuilt: number | null
  features: string[]
  keywordText: string | null
  citySlug: string
  postalCode: string
  subdivisionSlug: string | null
  latitude: number | null
  longitude: number | null
}

/** The candidates of `matchByJoin`, one to one: what is stale, over or not to be shown is none. */
const HAPPENINGS = `
  SELECT e.id AS "eventId", l.id AS "listingId", e.kind::text, e.from_price_cents AS "oldPriceCents", e.to_status::text AS "newStatus",
         e.to_price_cents < e.from_price_cents AND l.list_price_cents <= e.to_price_cents AS "isCut",
         l.standard_status::text AS status, l.property_type::text AS type, l.property_sub_type::text AS "subType",
         l.list_price_cents AS "priceCents", l.bedrooms_total AS bedrooms, 2 * l.bathrooms_full + l.bathrooms_half AS "bathroomHalves",
         l.living_area_sq_ft AS "livingArea", l.lot_size_square_feet AS "lotSize", l.year_built AS "yearBuilt",
         l.features::text[] AS features, CASE WHEN $3 THEN l.keyword_text END AS "keywordText",
         l.city_slug AS "citySlug", l.postal_code AS "postalCode", l.subdivision_slug AS "subdivisionSlug", l.latitude, l.longitude
    FROM listing_feed_entry f
    JOIN listing_event e ON e.id = f.event_id
    JOIN listing l ON l.id = e.listing_id
    LEFT JOIN open_house o ON o.id = e.open_house_id
   WHERE f.position > $1 AND f.position <= $2
     AND l.internet_entire_listing_display_yn
     AND (e.kind <> 'Open House' OR (o.open_house_status = 'Active' AND o.open_house_end_time > now()))
   ORDER BY f.position`

export type Window = { from: bigint; to: bigint }

/** What happened in a window. Texts are long: they are read only when somebody seeks words in them. */
export async function readHappenings(client: Client, { from, to }: Window, withText: boolean): Promise<HappeningRow[]> {
  const { rows } = await client.query<HappeningRow>(HAPPENINGS, [from, to, withText])
  return rows
}
