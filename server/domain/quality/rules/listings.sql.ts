import { Prisma } from '#server/generated/prisma/client.ts'
import { daysBefore, type Rule } from './rule.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing', 'open_house', 'person'] as const

const stream = 'listings'
const onMarket = Prisma.sql`l.standard_status IN ('Active', 'Coming Soon', 'Active Under Contract', 'Pending')`
const dollars = (cents: Prisma.Sql) => Prisma.sql`'$' || (${cents} / 100)`
/** From the mouth of the Chesapeake to Florida, and as far inland as this firm sells. */
const offTheCoast = Prisma.sql`NOT (l.latitude BETWEEN 30 AND 36.6 AND l.longitude BETWEEN -85.7 AND -75.4)`
const isHouse = Prisma.sql`l.property_sub_type NOT IN ('Unimproved Land', 'Duplex') AND l.property_type IN ('Residential', 'Manufactured In Park')`

/** What a listing says that cannot be so, or is not there. */
export const listingRules: readonly Rule[] = [
  {
    ...{ key: 'listings.close-price-far', stream, severity: 'serious' },
    name: 'Sold for a price far from the asked one',
    wrong: 'The closing price is less than half or more than twice the list price.',
    matters: 'One digit too many spoils every average of the town.',
    advice: 'Compare it with the deed, and correct it in the old system.',
    find: () => Prisma.sql`
      SELECT l.id::text AS "recordId", 'asked ' || ${dollars(Prisma.sql`l.list_price_cents`)} || ', closed ' || ${dollars(Prisma.sql`l.close_price_cents`)} AS sample
        FROM listing l
       WHERE l.standard_status = 'Closed' AND (l.close_price_cents < l.list_price_cents / 2 OR l.close_price_cents > l.list_price_cents * 2)`,
  },
  {
    ...{ key: 'listings.closed-without-price', stream, severity: 'serious' },
    name: 'Sold, and nobody knows for how much',
    wrong: 'The listing is closed and has no closing price.',
    matters: 'It is missing in comparisons and in what agents have sold.',
    advice: 'Take the price from the closing papers.',
    find: () => Prisma.sql`
      SELECT l.id::text AS "recordId", 'asked ' || ${dollars(Prisma.sql`l.list_price_cents`)} AS sample
        FROM listing l WHERE l.standard_status = 'Closed' AND l.close_price_cents IS NULL`,
  },
  {
    ...{ key: 'listings.price-per-foot', stream, severity: 'serious' },
    name: 'Price and size do not go together',
    wrong: 'A house on the market costs less than $30 or more than $5,000 a square foot.',
    matters: 'Either the price or the size is wrong, and alerts go to the wrong people.',
    advice: 'Look at both, and correct the one that is wrong in the old system.',
    find: () => Prisma.sql`
      SELECT l.id::text AS "recordId", ${dollars(Prisma.sql`l.list_price_cents`)} || ' for ' || l.living_area_sq_ft || ' sq ft' AS sample
        FROM listing l
       WHERE ${onMarket} AND ${isHouse} AND l.living_area_sq_ft IS NOT NULL
         AND l.list_price_cents / l.living_area_sq_ft NOT BETWEEN 3000 AND 500000`,
  },
  {
    ...{ key: 'listings.rooms', stream, severity: 'serious' },
    name: 'More rooms than a house has',
    wrong: 'The house has fifteen bedrooms or more, or each of them would have fewer than 70 square feet.',
    matters: 'It is found by people who look for something else.',
    advice: 'Count the rooms in the remarks, and correct the number in the old system.',
    find: () => Prisma.sql`
      SELECT l.id::text AS "recordId", l.bedrooms_total || ' bedrooms, ' || coalesce(l.living_area_sq_ft || ' sq ft', 'size unknown') AS sample
        FROM listing l
       WHERE ${onMarket} AND ${isHouse} AND l.bedrooms_total > 0
         AND (l.bedrooms_total >= 15 OR l.living_area_sq_ft / l.bedrooms_total < 70)`,
  },
  {
    ...{ key: 'listings.year-to-come', stream, severity: 'minor' },
    name: 'Built in a year to come',
    wrong: 'The year it was built lies more than two years ahead.',
    matters: 'Who looks for new homes finds it first.',
    advice: 'Repair it: the year is taken away, and unknown is what it is.',
    find: (now) => Prisma.sql`
      SELECT l.id::text AS "recordId", 'built in ' || l.year_built AS sample
        FROM listing l WHERE l.year_built > ${now.getUTCFullYear() + 2}`,
  },
  {
    ...{ key: 'listings.zip-and-state', stream, severity: 'serious' },
    name: 'The zip code lies in another state',
    wrong: 'The zip code and the state do not belong together.',
    matters: 'Searches by zip code find a home in the wrong state.',
    advice: 'One of the two is wrong: correct it in the old system.',
    find: () => Prisma.sql`
      SELECT l.id::text AS "recordId", l.postal_code || ' in ' || l.state_or_province AS sample
        FROM listing l
       WHERE l.standard_status <> 'Delete' AND NOT CASE l.state_or_province
             WHEN 'SC' THEN l.postal_code LIKE '29%' WHEN 'NC' THEN l.postal_code ~ '^2[78]'
             WHEN 'GA' THEN l.postal_code ~ '^(3[01]|39[89])' ELSE true END`,
  },
  {
    ...{ key: 'listings.off-the-coast', stream, severity: 'serious' },
    name: 'On the map in a wrong place',
    wrong: 'Its coordinates are 0,0 or lie outside of the coast.',
    matters: 'It is found by nobody who draws an area, and stands in the sea on the map.',
    advice: 'Repair it: the coordinates are taken away, and it is found by town and zip code again.',
    find: () => Prisma.sql`
      SELECT l.id::text AS "recordId", round(l.latitude::numeric, 2) || ', ' || round(l.longitude::numeric, 2) AS sample
        FROM listing l WHERE l.latitude IS NOT NULL AND ${offTheCoast}`,
  },
  {
    ...{ key: 'listings.no-place', stream, severity: 'serious' },
    name: 'Not on the map',
    wrong: 'A home on the market has no coordinates.',
    matters: 'No drawn area and no circle finds it.',
    advice: 'Add its coordinates in the old system.',
    find: () => Prisma.sql`
      SELECT l.id::text AS "recordId", l.city || ' ' || l.postal_code AS sample FROM listing l WHERE ${onMarket} AND l.latitude IS NULL`,
  },
  {
    ...{ key: 'listings.no-photos', stream, severity: 'serious' },
    name: 'No photos',
    wrong: 'A home on the market has no photo.',
    matters: 'Its mail shows a grey box, and next to nobody opens it.',
    advice: 'Ask the listing agent for photos.',
    find: () => Prisma.sql`
      SELECT l.id::text AS "recordId", l.standard_status::text AS sample FROM listing l
       WHERE ${onMarket} AND cardinality(l.photo_urls) = 0`,
  },
  {
    ...{ key: 'listings.repeated-photos', stream, severity: 'minor' },
    name: 'The same photo twice',
    wrong: 'A photo stands more than once in its gallery, or has no address.',
    matters: 'It looks careless.',
    advice: 'Repair it: each photo stays once, in its order.',
    find: () => Prisma.sql`
      SELECT l.id::text AS "recordId", cardinality(l.photo_urls) || ' photos' AS sample FROM listing l
       WHERE cardinality(l.photo_urls) > 0
         AND cardinality(l.photo_urls) > (SELECT count(DISTINCT url) FROM unnest(l.photo_urls) AS url WHERE btrim(url) <> '')`,
  },
  {
    ...{ key: 'listings.no-agent', stream, severity: 'minor' },
    name: 'Ours, and of no agent',
    wrong: 'A home of our own on the market names no agent.',
    matters: 'Questions about it go to whoever takes everything else.',
    advice: 'Name the agent in the old system.',
    find: () => Prisma.sql`
      WITH ours AS (SELECT DISTINCT list_office_name FROM listing WHERE list_agent_id IS NOT NULL)
      SELECT l.id::text AS "recordId", l.standard_status::text AS sample
        FROM listing l JOIN ours USING (list_office_name) WHERE ${onMarket} AND l.list_agent_id IS NULL`,
  },
  {
    ...{ key: 'listings.agent-removed', stream, severity: 'critical' },
    name: 'Listed by somebody who has left',
    wrong: 'The agent of a home on the market does not work here any more.',
    matters: 'The page shows the face and the number of somebody who is gone.',
    advice: 'Name the new agent in the old system.',
    find: () => Prisma.sql`
      SELECT l.id::text AS "recordId", l.standard_status::text AS sample
        FROM person p JOIN listing l ON l.list_agent_id = p.id WHERE p.removed_at IS NOT NULL AND ${onMarket}`,
  },
  {
    ...{ key: 'listings.price-slip', stream, severity: 'serious' },
    name: 'A price that slipped by a digit',
    wrong: 'The list price is ten times the original one, or a tenth of it.',
    matters: 'It was told to everybody as the price drop of the year.',
    advice: 'Compare the two, and correct the wrong one in the old system.',
    find: () => Prisma.sql`
      SELECT l.id::text AS "recordId", 'first ' || ${dollars(Prisma.sql`l.original_list_price_cents`)} || ', now ' || ${dollars(Prisma.sql`l.list_price_cents`)} AS sample
        FROM listing l
       WHERE l.standard_status <> 'Delete'
         AND (l.list_price_cents >= l.original_list_price_cents * 9 OR l.list_price_cents <= l.original_list_price_cents / 9)`,
  },
]

const standsSince = (status: Prisma.Sql, now: Date, days: number) =>
  Prisma.sql`l.standard_status = ${status} AND coalesce(l.status_change_timestamp, l.on_market_timestamp) < ${daysBefore(now, days)}::timestamptz`
const sinceThen = Prisma.sql`'since ' || to_char(coalesce(l.status_change_timestamp, l.on_market_timestamp), 'YYYY-MM-DD')`

/** What a listing has said for too long. */
export const staleListingRules: readonly Rule[] = [
  {
    ...{ key: 'listings.active-too-long', stream, severity: 'serious' },
    name: 'Active for more than 400 days',
    wrong: 'The home has been on the market for more than 400 days.',
    matters: 'It is most likely sold or withdrawn, and clients are shown a home they cannot have.',
    advice: 'Ask the listing agent how it stands.',
    find: (now) => Prisma.sql`
      SELECT l.id::text AS "recordId", 'on the market since ' || to_char(l.on_market_timestamp, 'YYYY-MM-DD') AS sample
        FROM listing l WHERE l.standard_status = 'Active' AND l.on_market_timestamp < ${daysBefore(now, 400)}::timestamptz`,
  },
  {
    ...{ key: 'listings.coming-soon-late', stream, severity: 'serious' },
    name: 'Coming soon, and never came',
    wrong: 'The home has been announced for more than 60 days.',
    matters: 'The MLS allows three weeks; after that it must be shown or taken away.',
    advice: 'Ask the listing agent whether it is active.',
    find: (now) => Prisma.sql`
      SELECT l.id::text AS "recordId", ${sinceThen} AS sample FROM listing l WHERE ${standsSince(Prisma.sql`'Coming Soon'`, now, 60)}`,
  },
  {
    ...{ key: 'listings.pending-too-long', stream, severity: 'minor' },
    name: 'Pending for more than 180 days',
    wrong: 'The sale has been pending for half a year.',
    matters: 'It has closed or fallen through: either way nobody was told.',
    advice: 'Ask the listing agent, and set the status in the old system.',
    find: (now) => Prisma.sql`
      SELECT l.id::text AS "recordId", ${sinceThen} AS sample FROM listing l WHERE ${standsSince(Prisma.sql`'Pending'`, now, 180)}`,
  },
  {
    ...{ key: 'listings.twice', stream, severity: 'serious' },
    name: 'One home, two listings',
    wrong: 'The same address is on the market twice; this is the younger listing.',
    matters: 'Clients get the home twice, often at two prices.',
    advice: 'Find out which one counts, and withdraw the other in the old system.',
    find: () => Prisma.sql`
      WITH home AS (
        SELECT l.id, l.on_market_timestamp, lower(l.street_address) AS street, lower(coalesce(l.unit_number, '')) AS unit, l.postal_code
          FROM listing l WHERE ${onMarket}
      ), shared AS (SELECT street, unit, postal_code FROM home GROUP BY 1, 2, 3 HAVING count(*) > 1)
      SELECT id::text AS "recordId", 'listed twice in ' || postal_code AS sample
        FROM (SELECT home.*, row_number() OVER (PARTITION BY street, unit, postal_code ORDER BY on_market_timestamp, id) AS place
                FROM home JOIN shared USING (street, unit, postal_code)) AS twin
       WHERE place > 1`,
  },
  {
    ...{ key: 'listings.open-house-over', stream, severity: 'minor' },
    name: 'An open house that is long over',
    wrong: 'An open house ended more than a week ago and still counts as active.',
    matters: 'Lists of open houses carry dates that nobody can go to.',
    advice: 'Repair it: they are marked as ended.',
    find: (now) => Prisma.sql`
      SELECT o.listing_id::text AS "recordId", count(*) || ' over' AS sample FROM open_house o
       WHERE o.open_house_status = 'Active' AND o.open_house_end_time < ${daysBefore(now, 7)}::timestamptz
       GROUP BY o.listing_id`,
  },
]
