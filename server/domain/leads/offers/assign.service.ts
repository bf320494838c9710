import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { possibleAgents } from '#server/domain/contacts/contacts.policy.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { startChase } from '../idle/start-chase.ts'
import { mayGiveLeads, visibleLeads } from '../inbox/leads.policy.ts'
import { findFallback } from '../taking-in/routing-facts.queries.ts'
import { tellBoth } from '../taking-in/tell-both.ts'
import { giveLead, moveContact } from './give-lead.ts'
import { visiblePonds } from './ponds.queries.ts'
import { putIntoPond } from './ponds.service.ts'
import { takeOver } from './take-over.ts'

/** The lead that everything hangs on: what came later from the same person goes where it goes. */
async function findRoot({ actor, db }: Context, inquiryId: string): Promise<string> {
  if (!mayGiveLeads(actor)) throw new DomainError('FORBIDDEN', 'Managers and admins give leads to somebody. Ask yours.')
  const lead = await db.inquiry.findFirst({
    where: { AND: [visibleLeads(actor), { id: inquiryId }] },
    select: { id: true, joinsId: true },
  })
  if (!lead) throw notFound('This lead')
  return lead.joinsId ?? lead.id
}

/** Moves a lead that an agent has had to another one, with their person; whether it was answered stays as it is. */
async function moveLead(tx: Db, { inquiryId, agentId, at }: { inquiryId: string; agentId: string; at: Date }) {
  const moved = await tx.inquiry.updateManyAndReturn({
    where: { OR: [{ id: inquiryId }, { joinsId: inquiryId }], state: { in: ['open', 'answered'] } },
    data: { agentId, because: 'by-hand' },
    select: { id: true, contactId: true },
  })
  const contactId = moved.find(({ id }) => id === inquiryId)?.contactId
  const factKey = `lead:${inquiryId}:given:${at.toISOString()}`
  if (contactId) await moveContact(tx, { contactId, agentId, why: 'by hand', at, factKey })
  for (const { id } of moved) await tellBoth(tx, { inquiryId: id, agentId, at })
  await startChase(tx, { inquiryId, agentId, at })
}

/** Gives a lead to somebody by hand, whoever has it or is asked for it now. Given to whoever has it, it changes nothing. */
export async function assignLead(ctx: Context, input: { inquiryId: string; agentId: string }) {
  const { db, actor, now } = ctx
  const { agentId } = input
  const inquiryId = await findRoot(ctx, input.inquiryId)
  const at = now()
  return db.$transaction(async (tx) => {
    const agent = await tx.person.findFirst({
      where: { AND: [possibleAgents(actor), { id: agentId }] },
      select: { id: true, fullName: true },
    })
    if (!agent) throw notFound('This agent')
    const lead = await takeOver(tx, { inquiryId, at })
    if (lead.agentId === agentId) return { inquiryId, agent }
    if (lead.state === 'offered' || lead.state === 'pond') {
      await giveLead(tx, { inquiryId, agentId, because: 'by-hand', why: 'by hand', at })
    } else await moveLead(tx, { inquiryId, agentId, at })
    await recordDeed(tx, ctx, {
      ...{ action: 'leadGiven', target: 'inquiry', targetId: inquiryId },
      after: { successorId: agentId },
    })
    return { inquiryId, agent }
  })
}

/** Puts a lead into a pond by hand: nobody is asked any more, and whoever of the pond has time takes it. */
export async function pondLead(ctx: Context, input: { inquiryId: string; pondId: string }) {
  const { db, actor, now } = ctx
  const { pondId } = input
  const inquiryId = await findRoot(ctx, input.inquiryId)
  const at = now()
  return db.$transaction(async (tx) => {
    const pond = await tx.leadPond.findFirst({ where: { AND: [visiblePonds(actor), { id: pondId }] } })
    if (!pond) throw notFound('This pond')
    const { contactId, agentId, state } = await takeOver(tx, { inquiryId, at })
    if (state === 'answered')
      throw new DomainError('PRECONDITION_FAILED', 'They have their answer. Give it to an agent instead.')
    await putIntoPond(tx, { inquiryId, pondId, at })
    if (agentId && contactId) {
      const fallback = await findFallback(tx)
      const factKey = `lead:${inquiryId}:ponded:${at.toISOString()}`
      await moveContact(tx, {
        contactId,
        agentId: fallback.agentId,
        why: 'who keeps it while it lies in a pond',
        at,
        factKey,
      })
    }
    const named = { after: { name: pond.name } }
    await recordDeed(tx, ctx, { action: 'leadPonded', target: 'inquiry', targetId: inquiryId, ...named })
    return { inquiryId, pond: { id: pond.id, name: pond.name } }
  })
}
