import { Prisma } from '#server/generated/prisma/client.ts'
import { daysBefore, type Rule } from './rule.ts'

/** Tables this reads across subjects. @public */
export const READS = [
  ...[
    'saved_search',
    'saved_search_version',
    'search_recipient',
    'search_found',
    'contact',
    'person',
    'mail_address',
    'alert_run',
  ],
] as const

const stream = 'savedSearches'
const active = Prisma.sql`s.active_yn AND s.removed_at IS NULL`
const current = Prisma.sql`saved_search s JOIN saved_search_version v ON v.search_id = s.id AND v.version = s.current_version`
const livingContact = Prisma.sql`JOIN contact c ON c.id = s.contact_id AND c.removed_at IS NULL`
const stays = Prisma.sql`r.left_at IS NULL AND r.removed_at IS NULL`

export const searchRules: readonly Rule[] = [
  {
    ...{ key: 'searches.no-recipient', stream, severity: 'critical' },
    name: 'An alert that nobody receives',
    wrong: 'The alert is on, its contact has no address or has left it, and nobody else is on it.',
    matters: 'It looks as if somebody were kept posted.',
    advice: 'Repair it: the alert rests, and wakes when the contact has an address again.',
    find: () => Prisma.sql`
      SELECT s.id::text AS "recordId", CASE WHEN c.email IS NULL THEN 'no address' ELSE 'its contact has left it' END AS sample
        FROM saved_search s ${livingContact}
       WHERE ${active} AND (c.email IS NULL OR s.contact_left_at IS NOT NULL)
         AND NOT EXISTS (SELECT FROM search_recipient r WHERE r.search_id = s.id AND ${stays})`,
  },
  {
    ...{ key: 'searches.suppressed', stream, severity: 'serious' },
    name: 'An alert to blocked addresses only',
    wrong: 'Everybody who would get the alert has unsubscribed, complained, or their mails came back.',
    matters: 'The agent believes that the client is kept posted.',
    advice: 'Call the client, and ask for an address that works.',
    find: () => Prisma.sql`
      WITH audience AS (
        SELECT s.id, c.email FROM saved_search s ${livingContact}
         WHERE ${active} AND c.email IS NOT NULL AND s.contact_left_at IS NULL
        UNION ALL
        SELECT s.id, r.email FROM saved_search s ${livingContact} JOIN search_recipient r ON r.search_id = s.id
         WHERE ${active} AND ${stays})
      SELECT a.id::text AS "recordId", min(m.suppression_reason) AS sample
        FROM audience a LEFT JOIN mail_address m ON m.email = a.email
       GROUP BY a.id HAVING bool_and(m.suppressed_at IS NOT NULL)`,
  },
  {
    ...{ key: 'searches.owner-removed', stream, severity: 'serious' },
    name: 'Set up by somebody who has left',
    wrong: 'The alert belongs to somebody who does not work here any more.',
    matters: 'Warnings about it and questions of its client go to nobody.',
    advice: 'Repair it: it goes to the agent of its contact.',
    find: () => Prisma.sql`
      SELECT s.id::text AS "recordId", 'its owner has left' AS sample
        FROM person p JOIN saved_search s ON s.owner_id = p.id ${livingContact}
       WHERE p.removed_at IS NOT NULL AND s.removed_at IS NULL`,
  },
  {
    ...{ key: 'searches.no-area', stream, severity: 'serious' },
    name: 'A drawn area without any inside',
    wrong: 'An area of the search is a line or a point: no home can lie in it.',
    matters: 'The client drew something and never gets a mail.',
    advice: 'Open the search and draw the area again.',
    find: () => Prisma.sql`
      SELECT s.id::text AS "recordId", 'an area of nothing' AS sample
        FROM ${current}
       CROSS JOIN LATERAL jsonb_array_elements(v.polygons) AS ring
       CROSS JOIN LATERAL (
         SELECT abs(sum(x * next_y - next_x * y)) / 2 AS size
           FROM (SELECT x, y, coalesce(lead(x) OVER w, first_value(x) OVER w) AS next_x,
                        coalesce(lead(y) OVER w, first_value(y) OVER w) AS next_y
                   FROM (SELECT (corner ->> 0)::float8 AS x, (corner ->> 1)::float8 AS y, place
                           FROM jsonb_array_elements(ring) WITH ORDINALITY AS e(corner, place)) AS corners
                 WINDOW w AS (ORDER BY place)) AS edges) AS area
       WHERE ${active} AND v.polygons <> '[]'::jsonb AND coalesce(size, 0) < 1e-8`,
  },
  {
    ...{ key: 'searches.never-fits', stream, severity: 'serious' },
    name: 'It asks for what does not exist',
    wrong: 'No home can fit: a price below $10,000, more than twenty bedrooms, or a year to come.',
    matters: 'The client waits for a mail that never comes.',
    advice: 'Ask what they meant, and correct the search.',
    find: (now) => Prisma.sql`
      SELECT s.id::text AS "recordId",
             CASE WHEN v.list_price_max_cents < 1000000 THEN 'under $' || v.list_price_max_cents / 100
                  WHEN v.bedrooms_min > 20 THEN v.bedrooms_min || ' bedrooms'
                  WHEN v.year_built_min > ${now.getUTCFullYear() + 3} THEN 'built from ' || v.year_built_min
                  ELSE v.living_area_min_sq_ft || ' sq ft' END AS sample
        FROM ${current}
       WHERE ${active} AND (v.list_price_max_cents < 1000000 OR v.bedrooms_min > 20
         OR v.year_built_min > ${now.getUTCFullYear() + 3} OR v.living_area_min_sq_ft > 40000)`,
  },
  {
    ...{ key: 'searches.everything', stream, severity: 'minor' },
    name: 'It asks for everything',
    wrong: 'The search names no place, no price, no size and nothing else.',
    matters: 'Its client gets every home of the coast, and stops to read.',
    advice: 'Ask what they look for, and narrow it down.',
    find: () => Prisma.sql`
      SELECT s.id::text AS "recordId", 'no criteria' AS sample FROM ${current}
       WHERE ${active} AND v.polygons = '[]'::jsonb
         AND cardinality(v.city_slugs || v.postal_codes || v.subdivision_slugs || v.keywords) = 0
         AND cardinality(v.features) + cardinality(v.property_sub_types) + cardinality(v.property_types) = 0
         AND num_nonnulls(v.radius_miles, v.list_price_min_cents, v.list_price_max_cents, v.bedrooms_min, v.bathrooms_min,
               v.living_area_min_sq_ft, v.living_area_max_sq_ft, v.lot_size_min_sq_ft, v.lot_size_max_sq_ft,
               v.year_built_min, v.year_built_max) = 0`,
  },
  {
    ...{ key: 'searches.dead', stream, severity: 'minor' },
    name: 'It has found nothing for half a year',
    wrong: 'The alert has been on for more than 180 days and has found nothing in that time.',
    matters: 'The client takes silence for "nothing on the market".',
    advice: 'Relax one of its criteria: the page of the alert says which one helps most.',
    find: (now) => Prisma.sql`
      SELECT s.id::text AS "recordId", coalesce('last in ' || to_char(f.found_at, 'YYYY-MM'), 'never') AS sample
        FROM saved_search s LEFT JOIN search_found f ON f.search_id = s.id
       WHERE ${active} AND s.created_at < ${daysBefore(now, 180)}::timestamptz
         AND coalesce(f.found_at, s.created_at) < ${daysBefore(now, 180)}::timestamptz
         -- Searches came over with dates of years ago: who has not looked for half a year cannot say that nothing was found.
         AND EXISTS (SELECT FROM alert_run WHERE started_at < ${daysBefore(now, 180)}::timestamptz)`,
  },
  {
    ...{ key: 'searches.past-contact', stream, severity: 'minor' },
    name: 'An alert for a past client',
    wrong: 'The alert is on, and its contact is a past client.',
    matters: 'Who has just bought a home is told of others.',
    advice: 'Ask whether they still look; else switch it off.',
    find: () => Prisma.sql`
      SELECT s.id::text AS "recordId", 'a past client' AS sample
        FROM saved_search s ${livingContact} WHERE ${active} AND c.stage = 'past'`,
  },
  {
    ...{ key: 'searches.twins', stream, severity: 'minor' },
    name: 'The same search twice',
    wrong: 'An older alert of the same contact asks for exactly the same.',
    matters: 'Each of the two explains the same mail, and only one is ever changed.',
    advice: 'Switch one of them off.',
    find: () => Prisma.sql`
      SELECT id::text AS "recordId", 'as another of theirs' AS sample
        FROM (SELECT s.id, row_number() OVER (
                PARTITION BY s.contact_id, to_jsonb(v) - '{search_id,version,created_at,created_by_id,summary}'::text[]
                ORDER BY s.created_at, s.id) AS place
                FROM ${current} WHERE ${active}) AS twin
       WHERE place > 1`,
  },
]
