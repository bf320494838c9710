import { Prisma } from '#server/generated/prisma/client.ts'
import type { Ring } from '../areas.words.ts'
import { whereFilters } from '../listings.filters.ts'
import { FEATURE_WORDS } from '../listings.words.ts'
import type { PublicFilters } from './public.schema.ts'
import { STILL_TO_BUY } from './public.words.ts'

/** The box around areas: what an index can answer before each area is looked at. */
function boxOf(rings: readonly Ring[]) {
  const corners = rings.flat()
  const [longitudes, latitudes] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return {
    south: Math.min(...latitudes),
    west: Math.min(...longitudes),
    north: Math.max(...latitudes),
    east: Math.max(...longitudes),
  }
}

/**
 * Homes whose place anybody may know. Written out, and word for word as in the index `listing_public_place`: with
 * parameters in it, the planner would not see that the index holds all of them.
 */
export const PLACED = Prisma.sql`internet_entire_listing_display_yn AND internet_address_display_yn AND latitude IS NOT NULL
  AND standard_status IN ('Active', 'Coming Soon', 'Active Under Contract', 'Pending')`

/** What a seller lets anybody see of what is for sale. */
export const SHOWN = Prisma.sql`internet_entire_listing_display_yn
  AND standard_status IN ('Active', 'Coming Soon', 'Active Under Contract', 'Pending')`

/** One home in thirty-two, always the same ones; word for word as in the index `listing_public_sample`. */
export const SAMPLED = Prisma.sql`(hashtext(listing_key) & 31) = 0`
export const SAMPLE = 32

type Box = NonNullable<PublicFilters['box']>

const inBox = ({ south, west, north, east }: Box) =>
  Prisma.sql`(${PLACED} AND latitude BETWEEN ${south}::float8 AND ${north}::float8
    AND longitude BETWEEN ${west}::float8 AND ${east}::float8)`

/** Towns, zip codes, neighborhoods and drawn areas add up, as in a saved search. */
function inPlaces({ citySlugs, postalCodes, subdivisions, areas = [] }: PublicFilters): Prisma.Sql[] {
  const places = [
    ...(citySlugs.length > 0 ? [Prisma.sql`city_slug = ANY(${citySlugs})`] : []),
    ...(postalCodes.length > 0 ? [Prisma.sql`postal_code = ANY(${postalCodes})`] : []),
    ...(subdivisions.length > 0 ? [Prisma.sql`subdivision_slug = ANY(${subdivisions})`] : []),
    ...(areas.length > 0
      ? [
          Prisma.sql`(${inBox(boxOf(areas))} AND lies_in_polygons(${JSON.stringify(areas)}::jsonb, longitude, latitude))`,
        ]
      : []),
  ]
  return places.length > 0 ? [Prisma.sql`(${Prisma.join(places, ' OR ')})`] : []
}

/**
 * What anybody asks for, as one condition on `listing`. A home that its seller keeps off the internet is never meant. One
 * whose address is withheld is found by its town, and by no box and no drawn area: those, made small enough, would tell
 * where it stands.
 */
export function wherePublic(filters: PublicFilters): Prisma.Sql {
  const { statuses, box, features, lotSizeMin, yearBuiltMin } = filters
  const anywhere = { ...filters, citySlugs: [], postalCodes: [], box: undefined }
  const parts = [
    SHOWN,
    whereFilters({ ...anywhere, q: undefined, statuses: statuses.length > 0 ? statuses : [...STILL_TO_BUY] }),
    ...inPlaces(filters),
    ...(box ? [inBox(box)] : []),
    ...(features.length > 0
      ? [Prisma.sql`features @> ${features.map((feature) => FEATURE_WORDS[feature])}::listing_feature[]`]
      : []),
    ...(lotSizeMin === undefined ? [] : [Prisma.sql`lot_size_square_feet >= ${lotSizeMin}`]),
    ...(yearBuiltMin === undefined ? [] : [Prisma.sql`year_built >= ${yearBuiltMin}`]),
  ]
  return Prisma.join(parts, ' AND ')
}
