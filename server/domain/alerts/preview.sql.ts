import type { Db } from '#server/db.ts'
import { EARTH_RADIUS_MILES, tokensOfArea } from '#server/domain/listings/listings.tokens.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import type { Criteria } from './searches.schema.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing'] as const

const STATUS_LABEL: Record<Criteria['statuses'][number], string> = {
  Active: 'Active',
  ComingSoon: 'Coming Soon',
  ActiveUnderContract: 'Active Under Contract',
  Pending: 'Pending',
  Closed: 'Closed',
}
const TYPE_LABEL: Record<Criteria['propertySubTypes'][number], string> = {
  SingleFamilyResidence: 'Single Family Residence',
  Townhouse: 'Townhouse',
  Condominium: 'Condominium',
  ManufacturedHome: 'Manufactured Home',
  Duplex: 'Duplex',
  UnimprovedLand: 'Unimproved Land',
}

function inArea(criteria: Criteria): Prisma.Sql | null {
  const { citySlugs, postalCodes, radius } = criteria
  if (citySlugs.length === 0 && postalCodes.length === 0 && !radius) return null
  const places = [Prisma.sql`city_slug = ANY(${citySlugs})`, Prisma.sql`postal_code = ANY(${postalCodes})`]
  if (radius) {
    const { latitude, longitude, miles } = radius
    places.push(Prisma.sql`(latitude IS NOT NULL AND 2 * ${EARTH_RADIUS_MILES}::float8 * asin(least(1, sqrt(
      power(sin(radians(latitude - ${latitude}::float8) / 2), 2) + cos(radians(${latitude}::float8)) * cos(radians(latitude))
      * power(sin(radians(longitude - ${longitude}::float8) / 2), 2)))) <= ${miles}::float8)`)
  }
  return Prisma.sql`(location_tokens && ${tokensOfArea(criteria)} AND (${Prisma.join(places, ' OR ')}))`
}

/** The criteria as a condition on `listing`: what the editor's live count asks. */
export function whereCriteria(criteria: Criteria): Prisma.Sql {
  const {
    listPriceMin,
    listPriceMax,
    bedroomsMin,
    bathroomsMin,
    livingAreaMin,
    livingAreaMax,
    propertySubTypes,
    statuses,
  } = criteria
  const area = inArea(criteria)
  const parts = [
    Prisma.sql`internet_entire_listing_display_yn`,
    Prisma.sql`standard_status = ANY(${statuses.map((status) => STATUS_LABEL[status])}::standard_status[])`,
    ...(area ? [area] : []),
    ...(listPriceMin === undefined ? [] : [Prisma.sql`list_price_cents >= ${BigInt(listPriceMin) * 100n}`]),
    ...(listPriceMax === undefined ? [] : [Prisma.sql`list_price_cents <= ${BigInt(listPriceMax) * 100n}`]),
    ...(bedroomsMin === undefined ? [] : [Prisma.sql`bedrooms_total >= ${bedroomsMin}`]),
    ...(bathroomsMin === undefined
      ? []
      : [Prisma.sql`bathrooms_full + 0.5 * bathrooms_half >= ${bathroomsMin}::float8`]),
    ...(livingAreaMin === undefined ? [] : [Prisma.sql`living_area_sq_ft >= ${livingAreaMin}`]),
    ...(livingAreaMax === undefined ? [] : [Prisma.sql`living_area_sq_ft <= ${livingAreaMax}`]),
    ...(propertySubTypes.length === 0
      ? []
      : [
          Prisma.sql`property_sub_type = ANY(${propertySubTypes.map((type) => TYPE_LABEL[type])}::property_sub_type[])`,
        ]),
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
