import { afterCursor, NEWEST_FIRST, writeCursor } from '#server/cursor.ts'
import type { Db } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { filteredDeals } from './deals.filters.ts'
import { visibleDeals } from './deals.policy.ts'
import { type DealRow, dayOf } from './deals.rows.ts'
import type { DealSource } from './deals.source.ts'
import { CARDS_A_STAGE, DEAL_STAGES, MILESTONE_KINDS } from './deals.words.ts'

export const PAGE_SIZE = 50

const columns = {
  ...{ id: true, contactId: true, agentId: true, listingId: true, side: true, stage: true, lostReason: true },
  ...{ priceCents: true, commissionBps: true, addressText: true, expectedCloseOn: true, closedOn: true },
  ...{ stageSince: true, createdAt: true, updatedAt: true, version: true },
  milestones: { select: { kind: true, dueOn: true, doneAt: true } },
} satisfies Prisma.DealSelect
type Read = Prisma.DealGetPayload<{ select: typeof columns }>

const rowOf = ({ expectedCloseOn, closedOn, milestones, ...deal }: Read): DealRow => ({
  ...deal,
  expectedCloseOn: expectedCloseOn && dayOf(expectedCloseOn),
  closedOn: closedOn && dayOf(closedOn),
  milestones: milestones
    .map(({ kind, dueOn, doneAt }) => ({ kind, dueOn: dayOf(dueOn), doneAt }))
    .toSorted((a, b) => MILESTONE_KINDS.indexOf(a.kind) - MILESTONE_KINDS.indexOf(b.kind)),
})

/** Deals as this database holds them. */
export const storedDeals: DealSource = {
  async list({ db, actor, now }, { cursor, ...filters }) {
    const found = await db.deal.findMany({
      where: { AND: [visibleDeals(actor), filteredDeals(filters, now()), afterCursor(cursor)] },
      select: columns,
      orderBy: NEWEST_FIRST,
      take: PAGE_SIZE + 1,
    })
    const rows = found.slice(0, PAGE_SIZE).map(rowOf)
    const last = rows.at(-1)
    return { rows, nextCursor: found.length > PAGE_SIZE && last ? writeCursor(last) : undefined }
  },

  async board({ db, actor, now }, filters) {
    const where = { AND: [visibleDeals(actor), filteredDeals(filters, now())] }
    const [groups, ...found] = await Promise.all([
      db.deal.groupBy({ by: ['stage'], where, _count: true, _sum: { priceCents: true } }),
      ...DEAL_STAGES.map((stage) =>
        db.deal.findMany({
          where: { AND: [where, { stage }] },
          select: columns,
          orderBy: NEWEST_FIRST,
          take: CARDS_A_STAGE,
        }),
      ),
    ])
    const totals = groups.map(({ stage, _count, _sum }) => ({
      stage,
      count: _count,
      priceCents: _sum.priceCents ?? 0n,
    }))
    return { totals, rows: found.flat().map(rowOf), isPartial: false }
  },

  async byId({ db, actor }, dealId) {
    const deal = await db.deal.findFirst({ where: { AND: [visibleDeals(actor), { id: dealId }] }, select: columns })
    return deal && rowOf(deal)
  },
}

/** These deals, whoever may see them: for comparisons, not for pages. */
export async function readDealsById(db: Db, ids: readonly string[]): Promise<DealRow[]> {
  const found = await db.deal.findMany({ where: { id: { in: [...ids] }, removedAt: null }, select: columns })
  return found.map(rowOf)
}
