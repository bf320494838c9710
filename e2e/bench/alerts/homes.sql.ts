import type { Client } from 'pg'

/** Listings at the places, priced like a coast: most near 400,000 dollars, with a long tail. */
export const writeListings = (client: Client, count: number) =>
  client.query(
    `INSERT INTO listing (listing_key, listing_id, standard_status, property_sub_type, list_price_cents, original_list_price_cents,
       bedrooms_total, bathrooms_full, bathrooms_half, living_area_sq_ft, street_address, city, city_slug, postal_code,
       latitude, longitude, photo_urls, list_office_name, on_market_timestamp, modification_timestamp, location_tokens)
     SELECT 'bench:' || g, 'B' || g,
       (CASE WHEN r.status < 0.92 THEN 'Active' WHEN r.status < 0.96 THEN 'Pending' ELSE 'Coming Soon' END)::standard_status,
       (ARRAY['Single Family Residence','Single Family Residence','Single Family Residence','Condominium','Townhouse','Unimproved Land'])[1 + floor(r.kind * 6)::int]::property_sub_type,
       p.cents, p.cents, 1 + floor(r.beds * 5)::int, 1 + floor(r.baths * 3)::int, floor(r.half * 2)::int,
       CASE WHEN r.area < 0.03 THEN NULL ELSE 700 + floor(r.area * 3300)::int END,
       g || ' Marsh Lane', initcap(replace(h."citySlug", '-', ' ')), h."citySlug", h."postalCode", h.latitude, h.longitude,
       '{}', 'Palmetto Coast Realty', now(), now(), h.tokens
     FROM generate_series(1, $1::int) AS g
     CROSS JOIN LATERAL (SELECT random() AS status, random() AS kind, random() AS beds, random() AS baths, random() AS half,
                                random() AS area, random_normal(12.9, 0.5) AS price, g AS own) AS r
     CROSS JOIN LATERAL (SELECT 100 * (1000 * round(exp(r.price) / 1000))::bigint AS cents) AS p
     JOIN home_place AS h ON h.n = (g::bigint * 7919) % (SELECT count(*) FROM home_place)`,
    [count],
  )

/** Half of what happens is new, most of the rest a lower price. Each event takes its place in the feed. */
export async function writeEvents(client: Client, count: number): Promise<void> {
  await client.query(
    `INSERT INTO listing_event (listing_id, kind, from_price_cents, to_price_cents, from_status, to_status, occurred_at, change_key)
     SELECT l.id, k.kind::listing_event_kind,
       CASE WHEN k.kind = 'Price Change' THEN l.list_price_cents + (CASE WHEN r.price < 0.9 THEN 500000 ELSE -500000 END) END,
       l.list_price_cents,
       (CASE WHEN k.kind IN ('Back On Market', 'Status Change') THEN 'Hold' END)::standard_status,
       l.standard_status, now(), 'bench'
     FROM (SELECT * FROM listing ORDER BY listing_key LIMIT $1) AS l
     CROSS JOIN LATERAL (SELECT random() AS kind, random() AS price, l.id AS own) AS r
     CROSS JOIN LATERAL (SELECT CASE WHEN r.kind < 0.5 THEN 'New' WHEN r.kind < 0.9 THEN 'Price Change'
                                     WHEN r.kind < 0.95 THEN 'Back On Market' ELSE 'Status Change' END AS kind) AS k`,
    [count],
  )
}
