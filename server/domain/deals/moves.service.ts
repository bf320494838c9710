import type { Context } from '#server/context.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { visibleDeals } from './deals.policy.ts'
import { dateOfDay } from './deals.rows.ts'
import type { MoveDealInput } from './deals.schema.ts'
import { requireOurs, staleDeal } from './deals.service.ts'
import { LOST_WORDS, STAGE_WORDS, todayAt } from './deals.words.ts'

/**
 * Moves a deal to another stage; moved back, it is undone. Closed deals have their day and lost ones their reason, and
 * both go when the deal is opened again.
 */
export async function moveDeal(ctx: Context, { dealId, from, to, lostReason, closedOn }: MoveDealInput) {
  const { db, actor, now } = ctx
  if (to === 'lost' && !lostReason) throw new DomainError('BAD_REQUEST', 'Say why it was lost.')
  if (to !== 'lost' && lostReason) throw new DomainError('BAD_REQUEST', 'Only a lost deal has a reason.')
  return db.$transaction(async (tx) => {
    await requireOurs(tx)
    const visible = { AND: [visibleDeals(actor), { id: dealId }] }
    const deal = await tx.deal.findFirst({ where: visible, select: { contactId: true, stage: true } })
    if (!deal) throw notFound('This deal')
    if (deal.stage === to) return { id: dealId, stage: to }
    const at = now()
    const [moved] = await tx.deal.updateManyAndReturn({
      where: { AND: [visible, { stage: from }] },
      data: {
        ...{ stage: to, stageSince: at, updatedAt: at, version: { increment: 1 } },
        lostReason: to === 'lost' ? (lostReason ?? null) : null,
        closedOn: to === 'closed' ? dateOfDay(closedOn ?? todayAt(at)) : null,
      },
      select: { version: true },
    })
    if (!moved) throw staleDeal()
    const why = lostReason ? ` (${LOST_WORDS[lostReason].toLowerCase()})` : ''
    const summary = `Deal is now ${STAGE_WORDS[to].now}${why}, says ${actor.fullName}`
    const fact = { contactId: deal.contactId, kind: 'deal.stage', summary, refs: { dealId }, occurredAt: at }
    await recordFacts(tx, [{ ...fact, factKey: `deal:${dealId}:${moved.version}` }])
    await recordDeed(tx, ctx, {
      ...{ action: 'dealMoved', target: 'deal', targetId: dealId },
      ...{ before: { stage: from }, after: { stage: to, ...(lostReason ? { reason: lostReason } : {}) } },
    })
    return { id: dealId, stage: to }
  })
}
