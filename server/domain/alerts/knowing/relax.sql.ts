import type { Db } from '#server/db.ts'
import { EARTH_RADIUS_MILES } from '#server/domain/listings/listings.tokens.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { whereCriteria } from '../preview.sql.ts'
import type { Criteria } from '../searches.schema.ts'
import type { BoundKey } from './relax.bounds.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing'] as const

/** What a bound is held against, in the unit of the criteria: dollars, rooms, square feet, years. */
const MEASURES: Record<BoundKey, Prisma.Sql> = {
  listPriceMin: Prisma.sql`(list_price_cents / 100.0)::float8`,
  listPriceMax: Prisma.sql`(list_price_cents / 100.0)::float8`,
  bedroomsMin: Prisma.sql`bedrooms_total::float8`,
  bathroomsMin: Prisma.sql`(bathrooms_full + 0.5 * bathrooms_half)::float8`,
  livingAreaMin: Prisma.sql`living_area_sq_ft::float8`,
  livingAreaMax: Prisma.sql`living_area_sq_ft::float8`,
  lotSizeMin: Prisma.sql`lot_size_square_feet::float8`,
  lotSizeMax: Prisma.sql`lot_size_square_feet::float8`,
  yearBuiltMin: Prisma.sql`year_built::float8`,
  yearBuiltMax: Prisma.sql`year_built::float8`,
}

type Beyond = { criteria: Criteria; key: BoundKey; from: number; side: 'min' | 'max'; take: number }

/** How far a bound has to move to let in `take` more homes that fit all the rest; null when there are not so many. */
export async function findReach(db: Db, { criteria, key, from, side, take }: Beyond): Promise<number | null> {
  const measure = MEASURES[key]
  const others = whereCriteria({ ...criteria, [key]: undefined })
  const beyond = side === 'max' ? Prisma.sql`${measure} > ${from}` : Prisma.sql`${measure} < ${from}`
  const order = side === 'max' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  const [row] = await db.$queryRaw<{ value: number }[]>`
    SELECT ${measure} AS value FROM listing WHERE ${others} AND ${beyond} ORDER BY 1 ${order} OFFSET ${take - 1} LIMIT 1`
  return row?.value ?? null
}

type Around = { elsewhere: Criteria; centre: { latitude: number; longitude: number }; miles: number; take: number }

/** How wide a circle has to be for `take` more homes that fit all the rest, in miles. */
export async function findReachOfCircle(db: Db, { elsewhere, centre, miles, take }: Around): Promise<number | null> {
  const { latitude, longitude } = centre
  const [row] = await db.$queryRaw<{ miles: number }[]>`
    SELECT miles FROM (
      SELECT 2 * ${EARTH_RADIUS_MILES}::float8 * asin(least(1, sqrt(
               power(sin(radians(latitude - ${latitude}::float8) / 2), 2)
               + cos(radians(${latitude}::float8)) * cos(radians(latitude))
                 * power(sin(radians(longitude - ${longitude}::float8) / 2), 2)))) AS miles
        FROM listing WHERE ${whereCriteria(elsewhere)} AND latitude IS NOT NULL) AS home
     WHERE miles > ${miles} ORDER BY miles OFFSET ${take - 1} LIMIT 1`
  return row?.miles ?? null
}

/** The towns with homes that fit all but the area, those with most homes first. */
export async function findTowns(db: Db, elsewhere: Criteria, take: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ slug: string }[]>`
    SELECT city_slug AS slug FROM listing WHERE ${whereCriteria(elsewhere)}
     GROUP BY city_slug ORDER BY count(*) DESC, city_slug LIMIT ${take}`
  return rows.map(({ slug }) => slug)
}

/** How many homes each of several searches finds, up to `cap`, in one statement and in their order. */
export async function countHomesOfEach(db: Db, searches: readonly Criteria[], cap: number): Promise<number[]> {
  if (searches.length === 0) return []
  const counts = searches.map(
    (criteria, index) =>
      Prisma.sql`SELECT ${index}::int AS place, (SELECT count(*) FROM
        (SELECT FROM listing WHERE ${whereCriteria(criteria)} LIMIT ${cap}) AS home)::int AS homes`,
  )
  const rows = await db.$queryRaw<{ homes: number }[]>`${Prisma.join(counts, ' UNION ALL ')} ORDER BY place`
  return rows.map(({ homes }) => homes)
}
