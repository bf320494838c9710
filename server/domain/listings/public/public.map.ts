import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { PLACED, wherePublic } from './public.filters.ts'
import type { PublicFilters } from './public.schema.ts'
import { readBriefly } from './read-briefly.ts'

/**
 * As many single homes as a map still draws well on a phone, and as many as are counted one by one: above it a part of
 * them speaks for all.
 */
const LIMITS = { pins: 2_000, counted: 30_000 }
const MOST_CELLS = 1_500
/** Cells across what is looked at: a bubble has room to stand, and stays where it is while the map is moved. */
const CELLS_ACROSS = 20
/** Without a box the whole coast is looked at. */
const COAST_DEGREES = 2.5

/** Compact, because two thousand of them travel to a phone: id, latitude, longitude, price in dollars. */
type Pin = readonly [id: string, latitude: number, longitude: number, dollars: number]
/** Where homes stand on average, and how many. */
type Cell = readonly [latitude: number, longitude: number, homes: number]
export type HomesOnMap = { pins: Pin[]; cells: Cell[]; isEstimate: boolean }

/** Edge of a cell in degrees: a power of two, or each move of the map would sort the homes anew. */
export function cellDegrees(box: PublicFilters['box']): number {
  const span = box ? Math.max(box.north - box.south, box.east - box.west, 1e-4) : COAST_DEGREES
  return 2 ** Math.ceil(Math.log2(span / CELLS_ACROSS))
}

type Found = { latitude: number; longitude: number; homes: number }

/** One home in thirty-two, always the same ones; word for word as in the index `listing_public_sample`. */
const SAMPLED = Prisma.sql`(hashtext(listing_key) & 31) = 0`
const SAMPLE = 32

type Grid = { where: Prisma.Sql; degrees: number; weight: number }

async function findCells(db: Db, { where, degrees, weight }: Grid): Promise<Cell[]> {
  const rows = await db.$queryRaw<Found[]>`
    SELECT round(avg(latitude)::numeric, 5)::float8 AS latitude, round(avg(longitude)::numeric, 5)::float8 AS longitude,
           (count(*) * ${weight}::int)::int AS homes
      FROM listing WHERE ${where}
     GROUP BY floor(longitude / ${degrees}::float8), floor(latitude / ${degrees}::float8)
     ORDER BY count(*) DESC, 1, 2 LIMIT ${MOST_CELLS}`
  return rows.map(({ latitude, longitude, homes }) => [latitude, longitude, homes])
}

type PinRow = { id: string; latitude: number; longitude: number; dollars: number }

async function findPins(db: Db, where: Prisma.Sql): Promise<Pin[]> {
  const rows = await db.$queryRaw<PinRow[]>`
    SELECT id::text, latitude, longitude, (list_price_cents / 100)::int AS dollars FROM listing WHERE ${where}`
  return rows.map(({ id, latitude, longitude, dollars }) => [id, latitude, longitude, dollars])
}

/** How many there are, counted up to one more than anybody asks for. */
async function countUpTo(db: Db, where: Prisma.Sql, most: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM listing WHERE ${where} LIMIT ${most + 1}) AS found`
  return row?.count ?? 0
}

/**
 * The homes that a search finds, as pins, or as counts by cells of a grid where there are more than 2,000. Only those
 * whose place may be known. So many that counting them would take long are estimated from one in thirty-two.
 */
export function findHomesOnMap({ db }: PublicContext, filters: PublicFilters, limits = LIMITS): Promise<HomesOnMap> {
  const where = Prisma.sql`${PLACED} AND ${wherePublic(filters)}`
  const degrees = cellDegrees(filters.box)
  return readBriefly(db, async (tx) => {
    const count = await countUpTo(tx, where, limits.counted)
    if (count <= limits.pins) return { pins: await findPins(tx, where), cells: [], isEstimate: false }
    const isEstimate = count > limits.counted
    const grid = isEstimate
      ? { where: Prisma.sql`${SAMPLED} AND ${where}`, degrees, weight: SAMPLE }
      : { where, degrees, weight: 1 }
    return { pins: [], cells: await findCells(tx, grid), isEstimate }
  })
}
