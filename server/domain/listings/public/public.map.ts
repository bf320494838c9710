import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { PLACED, SAMPLE, SAMPLED, wherePublic } from './public.filters.ts'
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

type PinRow = { count: number; id: string | null; latitude: number; longitude: number; dollars: number }

/** How many there are, counted up to one more than `counted`, and each of them where they are few enough to be pins. */
async function findPins(db: Db, where: Prisma.Sql, { pins, counted }: typeof LIMITS) {
  const rows = await db.$queryRaw<PinRow[]>`
    WITH found AS MATERIALIZED (
      SELECT id, latitude, longitude, list_price_cents FROM listing WHERE ${where} LIMIT ${counted + 1}),
    size AS (SELECT count(*)::int AS count FROM found)
    SELECT size.count, found.id::text, found.latitude, found.longitude, found.list_price_cents::float8 / 100 AS dollars
      FROM size LEFT JOIN found ON size.count <= ${pins}::int`
  const found = rows.flatMap(({ id, latitude, longitude, dollars }): Pin[] =>
    id === null ? [] : [[id, latitude, longitude, dollars]],
  )
  return { count: rows[0]?.count ?? 0, found }
}

/**
 * The homes that a search finds, as pins, or as counts by cells of a grid where there are more than 2,000. Only those
 * whose place may be known. So many that counting them would take long are estimated from one in thirty-two.
 */
export function findHomesOnMap({ db }: PublicContext, filters: PublicFilters, limits = LIMITS): Promise<HomesOnMap> {
  const where = Prisma.sql`${PLACED} AND ${wherePublic(filters)}`
  const degrees = cellDegrees(filters.box)
  return readBriefly(db, async (tx) => {
    const { count, found } = await findPins(tx, where, limits)
    if (count <= limits.pins) return { pins: found, cells: [], isEstimate: false }
    const isEstimate = count > limits.counted
    const grid = isEstimate
      ? { where: Prisma.sql`${SAMPLED} AND ${where}`, degrees, weight: SAMPLE }
      : { where, degrees, weight: 1 }
    return { pins: [], cells: await findCells(tx, grid), isEstimate }
  })
}
