import { isRowId, readMoment } from '#server/cursor.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import type { StandardStatus } from '#server/generated/prisma/enums.ts'
import type { ListingFilters, ListingSort } from './listings.schema.ts'
import { STATUS_WORDS, SUB_TYPE_WORDS } from './listings.words.ts'

const FOR_SALE: readonly StandardStatus[] = ['Active', 'ComingSoon', 'ActiveUnderContract', 'Pending']

const literally = (text: string) => text.replace(/[\\%_]/g, (character) => `\\${character}`)

function whereStatus({ statuses, q }: ListingFilters): Prisma.Sql[] {
  if (statuses.length === 0 && q) return []
  const wanted = statuses.length > 0 ? statuses : FOR_SALE
  return [Prisma.sql`standard_status = ANY(${wanted.map((status) => STATUS_WORDS[status])}::standard_status[])`]
}

function wherePlace({ citySlugs, postalCodes, box }: ListingFilters): Prisma.Sql[] {
  const areas = [
    ...(citySlugs.length > 0 ? [Prisma.sql`city_slug = ANY(${citySlugs})`] : []),
    ...(postalCodes.length > 0 ? [Prisma.sql`postal_code = ANY(${postalCodes})`] : []),
  ]
  return [
    ...(areas.length > 0 ? [Prisma.sql`(${Prisma.join(areas, ' OR ')})`] : []),
    ...(box
      ? [
          Prisma.sql`latitude BETWEEN ${box.south} AND ${box.north}`,
          Prisma.sql`longitude BETWEEN ${box.west} AND ${box.east}`,
        ]
      : []),
  ]
}

const atLeast = (column: Prisma.Sql, value: number | undefined) =>
  value === undefined ? [] : [Prisma.sql`${column} >= ${value}::float8`]
const atMost = (column: Prisma.Sql, value: number | undefined) =>
  value === undefined ? [] : [Prisma.sql`${column} <= ${value}::float8`]
/** Dollars against the column of cents, as a whole number, so that its index can be used. */
const inCents = (dollars: number) => Prisma.sql`${BigInt(dollars) * 100n}::bigint`

/** The filters as one condition on `listing`. */
export function whereFilters(filters: ListingFilters): Prisma.Sql {
  const { q, listPriceMin, listPriceMax, propertySubTypes } = filters
  const parts = [
    ...whereStatus(filters),
    ...wherePlace(filters),
    ...(q ? [Prisma.sql`(street_address ILIKE ${`%${literally(q)}%`} OR listing_id ILIKE ${`${literally(q)}%`})`] : []),
    ...(listPriceMin === undefined ? [] : [Prisma.sql`list_price_cents >= ${inCents(listPriceMin)}`]),
    ...(listPriceMax === undefined ? [] : [Prisma.sql`list_price_cents <= ${inCents(listPriceMax)}`]),
    ...atLeast(Prisma.sql`bedrooms_total`, filters.bedroomsMin),
    ...atLeast(Prisma.sql`bathrooms_full + 0.5 * bathrooms_half`, filters.bathroomsMin),
    ...atLeast(Prisma.sql`living_area_sq_ft`, filters.livingAreaMin),
    ...atMost(Prisma.sql`living_area_sq_ft`, filters.livingAreaMax),
    ...(propertySubTypes.length > 0
      ? [
          Prisma.sql`property_sub_type = ANY(${propertySubTypes.map((type) => SUB_TYPE_WORDS[type])}::property_sub_type[])`,
        ]
      : []),
  ]
  return parts.length > 0 ? Prisma.join(parts, ' AND ') : Prisma.sql`true`
}

type Place = { onMarketTimestamp: Date; listPriceCents: number; id: string }

/** Where a page ended. It names the order too: a cursor of another order starts over. */
export const cursorAt = (sort: ListingSort, { onMarketTimestamp, listPriceCents, id }: Place) =>
  `${sort}_${sort === 'newest' ? onMarketTimestamp.toISOString() : listPriceCents}_${id}`

/** The rows after a cursor, as the row comparison that an index can answer. */
export function whereAfter(sort: ListingSort, cursor: string | null | undefined): Prisma.Sql {
  const [of, value = '', id = ''] = cursor?.split('_') ?? []
  if (of !== sort || !isRowId(id)) return Prisma.sql`true`
  if (sort === 'newest') {
    const at = readMoment(value)
    if (!at) return Prisma.sql`true`
    return Prisma.sql`(on_market_timestamp, id) < (${at}::timestamptz, ${id}::uuid)`
  }
  if (!/^\d{1,15}$/.test(value)) return Prisma.sql`true`
  return sort === 'cheapest'
    ? Prisma.sql`(list_price_cents, id) > (${BigInt(value)}::bigint, ${id}::uuid)`
    : Prisma.sql`(list_price_cents, id) < (${BigInt(value)}::bigint, ${id}::uuid)`
}

export const ORDERS = {
  newest: Prisma.sql`on_market_timestamp DESC, id DESC`,
  cheapest: Prisma.sql`list_price_cents, id`,
  dearest: Prisma.sql`list_price_cents DESC, id DESC`,
} as const satisfies Record<ListingSort, Prisma.Sql>
