import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { cursorAt, ORDERS, whereAfter } from '../listings.filters.ts'
import { countPriceBars } from '../listings.prices.ts'
import { PLACED, SAMPLE, SAMPLED, wherePublic } from './public.filters.ts'
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

/** More than this are not counted for a picture: a part of them has the same shape. */
const MOST_IN_BARS = 30_000

/** How many of the homes lie in which stretch of prices, whatever price was asked for. */
export function countHomesByPrice({ db }: PublicContext, filters: PublicFilters) {
  const { listPriceMin: _min, listPriceMax: _max, ...others } = filters
  const where = wherePublic(others)
  return readBriefly(db, async (tx) => {
    const [found] = await tx.$queryRaw<{ many: boolean }[]>`
      SELECT count(*) > ${MOST_IN_BARS} AS many FROM (SELECT FROM listing WHERE ${where} LIMIT ${MOST_IN_BARS + 1}) AS home`
    if (!found?.many) return countPriceBars(tx, where)
    const bars = await countPriceBars(tx, Prisma.sql`${SAMPLED} AND ${PLACED} AND ${where}`)
    return bars.map(({ count, ...bar }) => ({ ...bar, count: count * SAMPLE }))
  })
}
