import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { ownBook, visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { requireAgent } from '#server/domain/contacts/contacts.service.ts'
import { holdMaster } from '#server/domain/cutover/cutover.queries.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { visibleDeals } from './deals.policy.ts'
import { dateOfDay } from './deals.rows.ts'
import type { AddDealInput, EditDealInput, MilestoneInput } from './deals.schema.ts'
import { MILESTONE_WORDS, SIDE_WORDS } from './deals.words.ts'

/**
 * Nothing is written here while the old system is the master: the next sync would take it back. The flag is held until
 * the write is committed.
 */
export async function requireOurs(tx: Db): Promise<void> {
  if ((await holdMaster(tx, 'deals')) !== 'legacy') return
  throw new DomainError('PRECONDITION_FAILED', 'Deals are still edited in the old system. Change it there.')
}

export const staleDeal = () =>
  new DomainError('CONFLICT', 'Somebody else changed this deal meanwhile. Open it again to see their change.')

/** A home of the firm, or a refusal in words. */
async function requireListing(tx: Db, listingId: string | null | undefined): Promise<void> {
  if (!listingId) return
  if (!(await tx.listing.findUnique({ where: { id: listingId }, select: { id: true } }))) throw notFound('This home')
}

const dayColumn = (day: string | null | undefined) => (day === undefined ? undefined : day && dateOfDay(day))
const dueOn = ({ kind, dueOn }: AddDealInput['milestones'][number]) => ({ kind, dueOn: dateOfDay(dueOn) })

/** Sets up a deal for a contact the actor sees, in the book of an agent they work for. */
export async function addDeal(ctx: Context, input: AddDealInput) {
  const { db, actor, now } = ctx
  const { contactId, agentId, milestones, expectedCloseOn, ...details } = input
  return db.$transaction(async (tx) => {
    await requireOurs(tx)
    const contact = await tx.contact.findFirst({ where: { AND: [visibleContacts(actor), { id: contactId }] } })
    if (!contact) throw notFound('This contact')
    const agent = await requireAgent(tx, ctx, agentId ?? ownBook(actor))
    await requireListing(tx, details.listingId)
    const [id, at] = [newId(), now()]
    await tx.deal.create({
      data: {
        ...{ id, ...details, contactId, agentId: agent.id, expectedCloseOn: dayColumn(expectedCloseOn) ?? null },
        ...{ stageSince: at, createdAt: at, updatedAt: at, milestones: { create: milestones.map(dueOn) } },
      },
      select: { id: true },
    })
    const summary = `Deal begun by ${actor.fullName}: ${SIDE_WORDS[details.side].toLowerCase()}`
    const fact = { contactId, kind: 'deal.begun', summary, refs: { dealId: id }, occurredAt: at }
    await recordFacts(tx, [{ ...fact, factKey: `deal:${id}:begun` }])
    return { id }
  })
}

/** Changes a deal, unless somebody else did since the form was opened. A milestone that stays keeps its tick. */
export async function editDeal(ctx: Context, input: EditDealInput) {
  const { db, actor, now } = ctx
  const { dealId, version, agentId, milestones, expectedCloseOn, ...details } = input
  return db.$transaction(async (tx) => {
    await requireOurs(tx)
    const visible = { AND: [visibleDeals(actor), { id: dealId }] }
    const before = await tx.deal.findFirst({ where: visible, select: { agentId: true } })
    if (!before) throw notFound('This deal')
    const agent = agentId && agentId !== before.agentId ? await requireAgent(tx, ctx, agentId) : null
    await requireListing(tx, details.listingId)
    const { count } = await tx.deal.updateMany({
      where: { AND: [visible, { version }] },
      data: {
        ...details,
        ...(agent ? { agentId: agent.id } : {}),
        ...{ expectedCloseOn: dayColumn(expectedCloseOn), version: { increment: 1 }, updatedAt: now() },
      },
    })
    if (count === 0) throw staleDeal()
    await tx.dealMilestone.deleteMany({ where: { dealId, kind: { notIn: milestones.map(({ kind }) => kind) } } })
    for (const milestone of milestones) {
      const { kind, dueOn: due } = dueOn(milestone)
      await tx.dealMilestone.upsert({
        where: { dealId_kind: { dealId, kind } },
        create: { dealId, kind, dueOn: due },
        update: { dueOn: due },
      })
    }
    return { id: dealId, version: version + 1 }
  })
}

/** Ticks a milestone off, or takes the tick back. Doing what is done already changes nothing. */
export async function setMilestone({ db, actor, now }: Context, { dealId, kind, done }: MilestoneInput) {
  return db.$transaction(async (tx) => {
    await requireOurs(tx)
    const deal = await tx.deal.findFirst({
      where: { AND: [visibleDeals(actor), { id: dealId }] },
      select: { contactId: true, milestones: { where: { kind } } },
    })
    if (!deal) throw notFound('This deal')
    const [milestone] = deal.milestones
    if (!milestone) throw notFound('This milestone')
    const at = now()
    const { count } = await tx.dealMilestone.updateMany({
      where: { dealId, kind, doneAt: done ? null : { not: null } },
      data: { doneAt: done ? at : null },
    })
    if (count === 0) return { id: dealId, kind, done }
    const { version } = await tx.deal.update({
      where: { id: dealId },
      data: { version: { increment: 1 }, updatedAt: at },
      select: { version: true },
    })
    const name = MILESTONE_WORDS[kind]
    const summary = done ? `${name} done, says ${actor.fullName}` : `${name} open again, says ${actor.fullName}`
    const fact = { contactId: deal.contactId, kind: 'deal.milestone', summary, refs: { dealId }, occurredAt: at }
    await recordFacts(tx, [{ ...fact, factKey: `deal:${dealId}:${version}` }])
    return { id: dealId, kind, done }
  })
}
