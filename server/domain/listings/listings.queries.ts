import type { Context, PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { cursorAt, ORDERS, whereAfter, whereFilters } from './listings.filters.ts'
import { countPriceBars } from './listings.prices.ts'
import type { ListingFilters, ListListingsInput } from './listings.schema.ts'
import {
  cardColumns,
  detailInclude,
  officeColumns,
  toCard,
  toDetail,
  toPublic,
  withoutTokens,
} from './listings.views.ts'

const PAGE_SIZE = 48
const COUNT_CAP = 1_001
const MAX_PINS = 2_000

/** Cards of homes in the order of `ids`. */
async function cardsOf(db: Db, ids: readonly string[]) {
  const rows = await db.listing.findMany({ where: { id: { in: [...ids] } }, select: cardColumns })
  const byId = new Map(rows.map((row) => [row.id, toCard(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** How many homes there are, counted up to 1,001: nobody pages through more, and counting on would cost more than the page. */
async function countHomes(db: Db, where: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM listing WHERE ${where} LIMIT ${COUNT_CAP}) AS found`
  return row?.count ?? 0
}

/** Homes that the filters find, a page at a time. Listings are shared by the whole firm. Only the first page is counted. */
export async function listListings({ db }: Context, { sort, cursor, ...filters }: ListListingsInput) {
  const where = whereFilters(filters)
  const [rows, count] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM listing WHERE ${where} AND ${whereAfter(sort, cursor)}
       ORDER BY ${ORDERS[sort]} LIMIT ${PAGE_SIZE + 1}`,
    cursor ? null : countHomes(db, where),
  ])
  const items = await cardsOf(
    db,
    rows.slice(0, PAGE_SIZE).map(({ id }) => id),
  )
  const last = items.at(-1)
  return { items, count, nextCursor: rows.length > PAGE_SIZE && last ? cursorAt(sort, last) : undefined }
}

type Pin = { id: string; latitude: number; longitude: number; listPriceCents: number }

/** The same homes as pins for a map, the newest 2,000 of those whose place is known. */
export function findPins({ db }: Context, filters: ListingFilters): Promise<Pin[]> {
  return db.$queryRaw<Pin[]>`
    SELECT id::text, latitude, longitude, list_price_cents::float8 AS "listPriceCents"
      FROM listing WHERE latitude IS NOT NULL AND ${whereFilters(filters)}
     ORDER BY ${ORDERS.newest} LIMIT ${MAX_PINS}`
}

type Town = { citySlug: string; city: string; count: number }

/** Towns with homes, and how many of them are for sale. */
export function listTowns({ db }: Context): Promise<Town[]> {
  return db.$queryRaw<Town[]>`
    SELECT city_slug AS "citySlug", min(city) AS city,
           (count(*) FILTER (WHERE standard_status IN ('Active', 'Coming Soon', 'Active Under Contract', 'Pending')))::int AS count
      FROM listing GROUP BY city_slug ORDER BY city`
}

type Subdivision = { subdivisionSlug: string; subdivisionName: string; city: string; count: number }

const MOST_SUBDIVISIONS = 2_000

/** Subdivisions with homes for sale, each with the town that most of them lie in; the largest 2,000. */
export function listSubdivisions({ db }: Context): Promise<Subdivision[]> {
  return db.$queryRaw<Subdivision[]>`
    SELECT subdivision_slug AS "subdivisionSlug", min(subdivision_name) AS "subdivisionName",
           mode() WITHIN GROUP (ORDER BY city) AS city, count(*)::int AS count
      FROM listing
     WHERE subdivision_slug IS NOT NULL
       AND standard_status IN ('Active', 'Coming Soon', 'Active Under Contract', 'Pending')
     GROUP BY subdivision_slug ORDER BY count DESC, subdivision_slug LIMIT ${MOST_SUBDIVISIONS}`
}

/** How many of the homes lie in which stretch of prices, whatever price the filters ask for. */
export function countByPrice({ db }: Context, filters: ListingFilters) {
  const { listPriceMin: _min, listPriceMax: _max, ...others } = filters
  return countPriceBars(db, whereFilters(others))
}

/** One home with its agent and what happened to it. */
export async function getListing({ db }: Context, { listingId }: { listingId: string }) {
  const row = await db.listing.findUnique({
    where: { id: listingId },
    include: detailInclude,
    omit: withoutTokens,
  })
  if (!row) throw notFound('This home')
  return toDetail(row)
}

/** One home as the public may see it; a seller who keeps it off the internet has none. */
export async function getPublicListing({ db }: PublicContext, { listingKey }: { listingKey: string }) {
  const row = await db.listing.findFirst({
    where: { listingKey, internetEntireListingDisplayYN: true, standardStatus: { notIn: ['Delete', 'Incomplete'] } },
    include: detailInclude,
    omit: withoutTokens,
  })
  if (!row) throw notFound('This home')
  // The listing firm has to be named, and somebody has to answer the phone when the agent is not one of ours.
  const office =
    row.listAgent?.office ??
    (await db.office.findUnique({ where: { name: row.listOfficeName }, select: officeColumns }))
  return toPublic(toDetail(row), office)
}
