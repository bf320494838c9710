import type { Context } from '#server/context.ts'
import { masterOf } from '#server/domain/cutover/cutover.queries.ts'
import { notFound } from '#server/errors.ts'
import { withNames } from './deals.cards.ts'
import { storedDeals } from './deals.read.ts'
import type { BoardInput, ListDealsInput } from './deals.schema.ts'
import type { DealSource, LegacyDeals, Unreachable } from './deals.source.ts'
import { DEAL_STAGES, weightedCents } from './deals.words.ts'

/**
 * Asks whoever is the master: while that is the old system, its database answers and this one is not asked. It being
 * away is an answer, too: the rest of the page goes on.
 */
async function ask<Answer extends object>(
  ctx: Context,
  legacy: LegacyDeals,
  question: (source: DealSource, isLegacy: boolean) => Promise<Answer>,
): Promise<Answer | Unreachable> {
  const isLegacy = (await masterOf(ctx.db, 'deals')) === 'legacy'
  if (!isLegacy) return question(storedDeals, false)
  try {
    return await question(legacy, true)
  } catch (error) {
    if (!legacy.isUnreachable(error)) throw error
    return { state: 'unreachable', lastReachedAt: await legacy.lastReachedAt(ctx) }
  }
}

/** Deals the actor may see, the most recently changed first. `canEdit` is false while the old system is the master. */
export const listDeals = (ctx: Context, { cursor, ...filters }: ListDealsInput, legacy: LegacyDeals) =>
  ask(ctx, legacy, async (source, isLegacy) => {
    const { rows, nextCursor } = await source.list(ctx, { ...filters, cursor })
    return { state: 'read' as const, canEdit: !isLegacy, items: await withNames(ctx.db, rows), nextCursor }
  })

/** Each stage with how many deals there are, what they add up to, and the latest of them. */
export const readBoard = (ctx: Context, input: BoardInput, legacy: LegacyDeals) =>
  ask(ctx, legacy, async (source, isLegacy) => {
    const { totals, rows, isPartial } = await source.board(ctx, input)
    const cards = await withNames(ctx.db, rows)
    const stages = DEAL_STAGES.map((stage) => {
      const total = totals.find((one) => one.stage === stage)
      const priceCents = total?.priceCents ?? 0n
      return {
        stage,
        ...{ count: total?.count ?? 0, priceCents, weightedCents: weightedCents(stage, priceCents) },
        cards: cards.filter((card) => card.stage === stage),
      }
    })
    return { state: 'read' as const, canEdit: !isLegacy, isPartial, stages }
  })

/** One deal. */
export const getDeal = (ctx: Context, { dealId }: { dealId: string }, legacy: LegacyDeals) =>
  ask(ctx, legacy, async (source, isLegacy) => {
    const row = await source.byId(ctx, dealId)
    if (!row) throw notFound('This deal')
    const [deal] = await withNames(ctx.db, [row])
    if (!deal) throw notFound('This deal')
    return { state: 'read' as const, canEdit: !isLegacy, deal }
  })
