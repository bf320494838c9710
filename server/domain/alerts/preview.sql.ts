import type { Db } from '#server/db.ts'
import { EARTH_RADIUS_MILES, tokensOfArea } from '#server/domain/listings/listings.tokens.ts'
import {
  FEATURE_WORDS,
  PROPERTY_TYPE_WORDS,
  STATUS_WORDS,
  SUB_TYPE_WORDS,
} from '#server/domain/listings/listings.words.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { BUCKET_DOLLARS, type Bucket } from './price-bars.ts'
import type { Criteria } from './searches.schema.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing'] as const

function inArea(criteria: Criteria): Prisma.Sql[] {
  const { citySlugs, postalCodes, subdivisions, radius, polygons } = criteria
  const places = [
    ...(citySlugs.length > 0 ? [Prisma.sql`city_slug = ANY(${citySlugs})`] : []),
    ...(postalCodes.length > 0 ? [Prisma.sql`postal_code = ANY(${postalCodes})`] : []),
    ...(subdivisions.length > 0 ? [Prisma.sql`subdivision_slug = ANY(${subdivisions})`] : []),
    ...(polygons.length > 0
      ? [Prisma.sql`lies_in_polygons(${JSON.stringify(polygons)}::jsonb, longitude, latitude)`]
      : []),
  ]
  if (radius) {
    const { latitude, longitude, miles } = radius
    places.push(Prisma.sql`(latitude IS NOT NULL AND 2 * ${EARTH_RADIUS_MILES}::float8 * asin(least(1, sqrt(
      power(sin(radians(latitude - ${latitude}::float8) / 2), 2) + cos(radians(${latitude}::float8)) * cos(radians(latitude))
      * power(sin(radians(longitude - ${longitude}::float8) / 2), 2)))) <= ${miles}::float8)`)
  }
  if (places.length === 0) return []
  return [Prisma.sql`location_tokens && ${tokensOfArea(criteria)}`, Prisma.sql`(${Prisma.join(places, ' OR ')})`]
}

const inCents = (dollars: number | undefined) => (dollars === undefined ? undefined : BigInt(dollars) * 100n)
const atLeast = (column: Prisma.Sql, value: number | bigint | undefined) =>
  value === undefined ? [] : [Prisma.sql`${column} >= ${value}`]
const atMost = (column: Prisma.Sql, value: number | bigint | undefined) =>
  value === undefined ? [] : [Prisma.sql`${column} <= ${value}`]

function whatItIs({ statuses, propertyTypes, propertySubTypes, features, keywords }: Criteria): Prisma.Sql[] {
  return [
    Prisma.sql`standard_status = ANY(${statuses.map((status) => STATUS_WORDS[status])}::standard_status[])`,
    ...(propertyTypes.length > 0
      ? [Prisma.sql`property_type = ANY(${propertyTypes.map((type) => PROPERTY_TYPE_WORDS[type])}::property_type[])`]
      : []),
    ...(propertySubTypes.length > 0
      ? [
          Prisma.sql`property_sub_type = ANY(${propertySubTypes.map((type) => SUB_TYPE_WORDS[type])}::property_sub_type[])`,
        ]
      : []),
    ...(features.length > 0
      ? [Prisma.sql`features @> ${features.map((feature) => FEATURE_WORDS[feature])}::listing_feature[]`]
      : []),
    ...keywords.map((words) => Prisma.sql`position(${` ${words} `} IN keyword_text) > 0`),
  ]
}

/** The criteria as a condition on `listing`: what the editor's live count asks. */
export function whereCriteria(criteria: Criteria): Prisma.Sql {
  const { bathroomsMin } = criteria
  const parts = [
    Prisma.sql`internet_entire_listing_display_yn`,
    ...whatItIs(criteria),
    ...inArea(criteria),
    ...atLeast(Prisma.sql`list_price_cents`, inCents(criteria.listPriceMin)),
    ...atMost(Prisma.sql`list_price_cents`, inCents(criteria.listPriceMax)),
    ...atLeast(Prisma.sql`bedrooms_total`, criteria.bedroomsMin),
    ...(bathroomsMin === undefined
      ? []
      : [Prisma.sql`bathrooms_full + 0.5 * bathrooms_half >= ${bathroomsMin}::float8`]),
    ...atLeast(Prisma.sql`living_area_sq_ft`, criteria.livingAreaMin),
    ...atMost(Prisma.sql`living_area_sq_ft`, criteria.livingAreaMax),
    ...atLeast(Prisma.sql`lot_size_square_feet`, criteria.lotSizeMin),
    ...atMost(Prisma.sql`lot_size_square_feet`, criteria.lotSizeMax),
    ...atLeast(Prisma.sql`year_built`, criteria.yearBuiltMin),
    ...atMost(Prisma.sql`year_built`, criteria.yearBuiltMax),
  ]
  return Prisma.join(parts, ' AND ')
}

const COUNT_CAP = 1_001

/** How many homes match now, counted up to 1,001. */
export async function countMatchingHomes(db: Db, criteria: Criteria): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM listing WHERE ${whereCriteria(criteria)} LIMIT ${COUNT_CAP}) AS found`
  return row?.count ?? 0
}

/** The newest matching homes, as ids; the listing's own queries make the cards. */
export async function sampleMatchingHomes(db: Db, criteria: Criteria, take: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM listing WHERE ${whereCriteria(criteria)} ORDER BY modification_timestamp DESC, id DESC LIMIT ${take}`
  return rows.map(({ id }) => id)
}

/** Homes that meet all but the price, by price. */
export function countByPrice(db: Db, criteria: Criteria): Promise<Bucket[]> {
  const { listPriceMin: _min, listPriceMax: _max, ...others } = criteria
  return db.$queryRaw<Bucket[]>`
    SELECT (list_price_cents / ${BUCKET_DOLLARS * 100}::bigint)::int AS bucket, count(*)::int AS count
      FROM listing WHERE ${whereCriteria(others)} GROUP BY bucket`
}
