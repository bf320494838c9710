import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { cursorAt, ORDERS, whereAfter } from '../listings.filters.ts'
import { countPriceBars } from '../listings.prices.ts'
import { wherePublic } from './public.filters.ts'
import type { PublicFilters, SearchHomesInput } from './public.schema.ts'
import { type PublicCard, publicCardColumns, toPublicCard } from './public.views.ts'
import { PUBLIC_STATUSES } from './public.words.ts'
import { readBriefly } from './read-briefly.ts'

const PAGE_SIZE = 24
const COUNT_CAP = 1_001

/** Cards of homes in the order of `ids`. */
export async function cardsOf(db: Db, ids: readonly string[], now: Date): Promise<PublicCard[]> {
  const rows = await db.listing.findMany({ where: { id: { in: [...ids] } }, select: publicCardColumns })
  const offices = await db.office.findMany({ select: { name: true } })
  const seen = { now, ownOffices: new Set(offices.map(({ name }) => name)) }
  const byId = new Map(rows.map((row) => [row.id, toPublicCard(row, seen)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Homes for anybody, a page at a time. The first page counts them, up to 1,001. */
export function searchHomes({ db, now }: PublicContext, { sort, cursor, ...filters }: SearchHomesInput) {
  const where = wherePublic(filters)
  return readBriefly(db, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM listing WHERE ${where} AND ${whereAfter(sort, cursor)}
       ORDER BY ${ORDERS[sort]} LIMIT ${PAGE_SIZE + 1}`
    const [counted] = cursor
      ? []
      : await tx.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS count FROM (SELECT FROM listing WHERE ${where} LIMIT ${COUNT_CAP}) AS found`
    const page = rows.slice(0, PAGE_SIZE).map(({ id }) => id)
    const items = await cardsOf(tx, page, now())
    const last = items.at(-1)
    const nextCursor = rows.length > PAGE_SIZE && last ? cursorAt(sort, last) : undefined
    return { items, count: counted?.count ?? null, nextCursor }
  })
}

/** All that the public may see. */
const everything: PublicFilters = {
  ...{ propertySubTypes: [], citySlugs: [], postalCodes: [], subdivisions: [], features: [] },
  statuses: [...PUBLIC_STATUSES],
}

/** The homes behind pins that were tapped, the cheapest first. */
export const listHomeCards = ({ db, now }: PublicContext, { ids }: { ids: string[] }): Promise<PublicCard[]> =>
  readBriefly(db, async (tx) => {
    const shown = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM listing
       WHERE id = ANY(${ids}::uuid[]) AND ${wherePublic(everything)} ORDER BY list_price_cents, id`
    const found = shown.map(({ id }) => id)
    return cardsOf(tx, found, now())
  })

/** How many of the homes lie in which stretch of prices, whatever price was asked for. */
export function countHomesByPrice({ db }: PublicContext, filters: PublicFilters) {
  const { listPriceMin: _min, listPriceMax: _max, ...others } = filters
  return readBriefly(db, (tx) => countPriceBars(tx, wherePublic(others)))
}
