import { LegacyUnavailable } from '#server/adapters/mongo/mongo.guard.ts'
import type { Before, LegacyReads } from '#server/adapters/mongo/mongo.reads.ts'
import type { Context } from '#server/context.ts'
import { isRowId, readMoment, writeCursor } from '#server/cursor.ts'
import { fits } from '#server/domain/deals/deals.filters.ts'
import { PAGE_SIZE } from '#server/domain/deals/deals.read.ts'
import type { DealRow, StageTotal } from '#server/domain/deals/deals.rows.ts'
import type { LegacyDeals } from '#server/domain/deals/deals.source.ts'
import { CARDS_A_STAGE, DEAL_STAGES } from '#server/domain/deals/deals.words.ts'
import { latestDate } from '../sync/reading.ts'
import { dealsFrom } from './deals.documents.ts'
import { type Scope, scopeOf } from './scope.ts'
import { twinsOf } from './twins.store.ts'
import { walkDeals } from './walk.ts'

/** So many documents are read for one page of a list, and for the totals of a board. */
const MOST_FOR_A_PAGE = 2_000
const MOST_FOR_A_BOARD = 10_000
/** Nobody's id is smaller: a place before all rows of one moment. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** As `afterCursor` reads it; a cursor that is not ours reads from the start. */
function placeOf(cursor: string | null | undefined): { updatedAt: Date; id: string } | null {
  const [at = '', id = ''] = cursor?.split('_') ?? []
  const updatedAt = readMoment(at)
  return updatedAt && isRowId(id) ? { updatedAt, id } : null
}

const isAfter = (row: DealRow, place: { updatedAt: Date; id: string } | null): boolean =>
  place === null ||
  row.updatedAt < place.updatedAt ||
  (row.updatedAt.getTime() === place.updatedAt.getTime() && row.id < place.id)

/** Deals as the old system's database holds them at this moment. */
export function legacyDeals(open: () => LegacyReads): LegacyDeals {
  const list: LegacyDeals['list'] = async (ctx, { cursor, ...filters }) => {
    const scope = await scopeOf(ctx, filters)
    if (!scope) return { rows: [], nextCursor: undefined }
    const place = placeOf(cursor)
    const isMeant = (row: DealRow) => isAfter(row, place) && fits(row, filters, ctx.now())
    const before: Before | null = place && { at: place.updatedAt, isIncluded: true }
    const enough = (rows: readonly DealRow[]) => rows.filter(isMeant).length > PAGE_SIZE
    const { rows, floor } = await walkDeals(ctx, open(), scope, { before, enough, most: MOST_FOR_A_PAGE })
    const meant = rows.filter(isMeant)
    const page = meant.slice(0, PAGE_SIZE)
    const last = page.at(-1)
    if (meant.length > PAGE_SIZE && last) return { rows: page, nextCursor: writeCursor(last) }
    return { rows: page, nextCursor: floor ? writeCursor({ updatedAt: floor, id: FIRST_ID }) : undefined }
  }

  const board: LegacyDeals['board'] = async (ctx, filters) => {
    const scope = await scopeOf(ctx, filters)
    if (!scope) return { totals: [], rows: [], isPartial: false }
    const walk = { before: null, enough: () => false, most: MOST_FOR_A_BOARD }
    const { rows, floor } = await walkDeals(ctx, open(), scope, walk)
    const meant = rows.filter((row) => fits(row, filters, ctx.now()))
    const byStage = Map.groupBy(meant, ({ stage }) => stage)
    return {
      totals: DEAL_STAGES.flatMap((stage) => totalOf(stage, byStage.get(stage))),
      rows: DEAL_STAGES.flatMap((stage) => byStage.get(stage)?.slice(0, CARDS_A_STAGE) ?? []),
      isPartial: floor !== null,
    }
  }

  const byId: LegacyDeals['byId'] = async (ctx, dealId) => {
    const scope = await scopeOf(ctx, {})
    const row = scope && (await find(ctx, scope, dealId))
    return row && scope.mayShow(row) ? row : null
  }

  const find = async (ctx: Context, scope: Scope, dealId: string): Promise<DealRow | null> => {
    const [twin] = await twinsOf(ctx.db, 'deals', [dealId])
    if (twin) {
      const document = await open().one('deals', twin.idJson)
      return (await dealsFrom(ctx.db, document ? [document] : [], latestDate(ctx.now())))[0] ?? null
    }
    // The sync has not brought it yet, so it is among those that were changed last.
    const { rows } = await walkDeals(ctx, open(), scope, { before: null, enough: () => true, most: 1 })
    return rows.find(({ id }) => id === dealId) ?? null
  }

  return {
    ...{ list, board, byId },
    isUnreachable: (error) => error instanceof LegacyUnavailable,

    async lastReachedAt({ db }) {
      const last = await db.legacySyncCount.findFirst({
        where: { endedAt: { not: null } },
        orderBy: { startedAt: 'desc' },
        select: { endedAt: true },
      })
      const times = [last?.endedAt, open().answeredAt()].flatMap((time) => time?.getTime() ?? [])
      return times.length > 0 ? new Date(Math.max(...times)) : null
    },
  }
}

function totalOf(stage: StageTotal['stage'], rows: readonly DealRow[] | undefined): StageTotal[] {
  if (!rows) return []
  return [{ stage, count: rows.length, priceCents: rows.reduce((sum, { priceCents }) => sum + (priceCents ?? 0n), 0n) }]
}
