import type { Actor, Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { ownBook } from '#server/domain/contacts/contacts.policy.ts'
import { notFound } from '#server/errors.ts'

import { headlineOf, needInLines } from '../offers/offer.words.ts'
import { needColumns, needOf } from '../offers/offer-view.queries.ts'
import { decisionSchema } from '../routing/stored.schema.ts'
import { mayGiveLeads, visibleLeads } from './leads.policy.ts'

const MOST_DECISIONS = 50
const ELSEWHERE_DAYS = 30
const ELSEWHERE_MOST = 50

type Considered = ReturnType<typeof decisionSchema.parse>['considered'][number]
type Outcome = ReturnType<typeof decisionSchema.parse>['outcome']

const chosenOf = (outcome: Outcome): string[] =>
  outcome.kind === 'assign' ? [outcome.agentId] : outcome.kind === 'pond' ? [] : outcome.agentIds

/** Whoever runs an office reads about everybody; everybody else about themselves. */
const readable = (actor: Actor, considered: Considered[]) =>
  mayGiveLeads(actor) ? considered : considered.filter(({ agentId }) => agentId === ownBook(actor))

/** How it was decided who is to have a lead, the first decision first: the rule, everybody considered, and why not each of them. */
export async function listDecisions({ db, actor }: Context, { inquiryId }: { inquiryId: string }) {
  const lead = await db.inquiry.findFirst({
    where: { AND: [visibleLeads(actor), { id: inquiryId }] },
    select: { id: true, joinsId: true },
  })
  if (!lead) throw notFound('This lead')
  const rows = await db.routingDecision.findMany({
    where: { inquiryId: lead.joinsId ?? lead.id },
    orderBy: { hop: 'asc' },
    take: MOST_DECISIONS,
  })
  const decisions = rows.map((each) => ({
    ...decisionSchema.parse(each),
    ...{ id: each.id, hop: each.hop, version: each.version, decidedAt: each.decidedAt },
  }))
  const ids = decisions.flatMap(({ considered, outcome }) => [
    ...considered.map(({ agentId }) => agentId),
    ...chosenOf(outcome),
  ])
  const pondIds = decisions.flatMap(({ outcome }) => (outcome.kind === 'pond' ? [outcome.pondId] : []))
  const [people, ponds] = await Promise.all([
    db.person.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } }),
    db.leadPond.findMany({ where: { id: { in: pondIds } }, select: { id: true, name: true } }),
  ])
  const names = new Map([
    ...people.map(({ id, fullName }) => [id, fullName] as const),
    ...ponds.map(({ id, name }) => [id, name] as const),
  ])
  const nameOf = (id: string) => names.get(id) ?? 'Somebody who is gone'
  return decisions.map(
    ({ considered, outcome, id, hop, version, decidedAt, ruleName, method, because, offerMinutes, lines }) => ({
      ...{ id, hop, version, decidedAt, ruleName, method, because, offerMinutes, lines },
      outcome: {
        kind: outcome.kind,
        names: outcome.kind === 'pond' ? [nameOf(outcome.pondId)] : chosenOf(outcome).map(nameOf),
      },
      consideredCount: considered.length,
      considered: readable(actor, considered).map(({ agentId, whyNot, terms, score }) => ({
        ...{ agentId, name: nameOf(agentId), isYou: agentId === ownBook(actor), whyNot, terms, score },
        isChosen: chosenOf(outcome).includes(agentId),
      })),
    }),
  )
}

/** The first decisions that have looked at somebody and did not choose them alone, the latest first; by an index of its own. */
const findElsewhere = (db: Db, { agentId, since }: { agentId: string; since: Date }) =>
  db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM routing_decision
     WHERE hop = 0 AND considered_agents(considered) @> ARRAY[${agentId}::text] AND decided_at >= ${since}
       AND agent_id IS DISTINCT FROM ${agentId}::uuid
     ORDER BY decided_at DESC, id DESC LIMIT ${ELSEWHERE_MOST}`

/** Leads of the last 30 days for which one was considered and was not asked, and why not: what was wanted, never who. */
export async function listElsewhere({ db, actor, now }: Context) {
  const agentId = ownBook(actor)
  const since = new Date(now().getTime() - ELSEWHERE_DAYS * 86_400_000)
  const found = await findElsewhere(db, { agentId, since })
  const rows = await db.routingDecision.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: { id: true, decidedAt: true, ruleName: true, considered: true, inquiry: { select: needColumns } },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.flatMap(({ id, decidedAt, ruleName, considered, inquiry }) => {
    const own = decisionSchema.shape.considered
      .parse(considered)
      .find((each) => each.agentId === agentId && each.whyNot.length > 0)
    if (!own) return []
    const need = needOf(inquiry)
    return [
      {
        id,
        decidedAt,
        ruleName,
        headline: headlineOf(need),
        lines: needInLines(need),
        whyNot: own.whyNot,
        score: own.score,
      },
    ]
  })
}
