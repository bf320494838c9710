import type { Context } from '#server/context.ts'
import { possibleAgents } from '#server/domain/contacts/contacts.policy.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { mayGiveLeads, visibleLeads } from '../inbox/leads.policy.ts'
import { headlineOf } from '../offers/offer.words.ts'
import { needColumns, needOf } from '../offers/offer-view.queries.ts'
import { type CandidatesInput, MOST_REROUTED } from './reroute.schema.ts'

/** Leads that somebody has and that have no answer yet, the oldest first: fifty, and how many there are. */
export async function listCandidates({ db, actor }: Context, { agentId, isIdle }: CandidatesInput) {
  if (!mayGiveLeads(actor)) throw new DomainError('FORBIDDEN', 'Managers and admins give leads to somebody. Ask yours.')
  const chosen = agentId && { AND: [possibleAgents(actor), { id: agentId }] }
  if (chosen && !(await db.person.findFirst({ where: chosen, select: { id: true } }))) throw notFound('This agent')
  const where = {
    AND: [
      visibleLeads(actor),
      { state: 'open' as const, joinsId: null, because: { not: 'old-system' } },
      ...(agentId ? [{ agentId }] : []),
      ...(isIdle ? [{ chases: { some: { endedAt: null } } }] : []),
    ],
  }
  const [rows, count] = await Promise.all([
    db.inquiry.findMany({
      where,
      select: { ...needColumns, id: true, fullName: true, receivedAt: true, agent: { select: { fullName: true } } },
      orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
      take: MOST_REROUTED,
    }),
    db.inquiry.count({ where }),
  ])
  const leads = rows.map(({ id, fullName, receivedAt, agent, ...need }) => ({
    ...{ id, fullName, receivedAt, agent: agent?.fullName ?? null, headline: headlineOf(needOf(need)) },
  }))
  return { leads, count }
}
