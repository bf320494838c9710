import type { Db } from '#server/db.ts'
import { followDecision } from '../offers/follow-decision.ts'
import { moveContact } from '../offers/give-lead.ts'
import { putIntoPond } from '../offers/ponds.service.ts'
import { decide } from '../routing/decide.service.ts'
import { courseOf } from '../taking-in/course-of.ts'
import { findFallback } from '../taking-in/routing-facts.queries.ts'
import { endChase, type LockedChase } from './chase.store.ts'
import { nextHop } from './next-hop.sql.ts'

type Taking = { chase: LockedChase; at: Date }

/** Those who had it and did nothing, and those who said that they can not. Who did not look may be asked again. */
async function unwilling(tx: Db, inquiryId: string): Promise<string[]> {
  const had = await tx.leadChase.findMany({ where: { inquiryId, end: 'takenBack' }, select: { agentId: true } })
  const passed = await tx.leadOfferPerson.findMany({
    where: { offer: { inquiryId }, passedAt: { not: null } },
    select: { personId: true },
  })
  return [...new Set([...had.map(({ agentId }) => agentId), ...passed.map(({ personId }) => personId)])]
}

/** From this agent to nobody, with what the same person has sent meanwhile. */
const release = (tx: Db, { inquiry: { id }, agentId }: LockedChase) =>
  tx.$executeRaw`
    UPDATE inquiry SET state = 'offered', agent_id = NULL, because = 'rule'
     WHERE (id = ${id}::uuid OR joins_id = ${id}::uuid) AND state = 'open' AND agent_id = ${agentId}::uuid`

/** The pond that was chosen in the settings, while it is there. */
async function findPond(tx: Db, { course }: LockedChase): Promise<string | null> {
  if (course.backTo === null) return null
  const pond = await tx.leadPond.findFirst({ where: { id: course.backTo, removedAt: null }, select: { id: true } })
  return pond?.id ?? null
}

/** Until somebody takes it, its person is kept by whoever gets what nobody else is meant for. */
async function keepMeanwhile(tx: Db, { chase, at }: Taking) {
  const { contactId, id } = chase.inquiry
  if (!contactId) return
  const { agentId } = await findFallback(tx)
  const why = 'who keeps it until somebody takes it'
  await moveContact(tx, { contactId, agentId, why, at, factKey: `lead:${id}:idle:${at.toISOString()}` })
}

/**
 * Takes a lead back from an agent who did nothing, and lets the rules find somebody else, or puts it into the pond of the
 * settings. False when it stays: a client of theirs is theirs, and there may be nobody else.
 */
export async function takeBack(tx: Db, { chase, at }: Taking): Promise<boolean> {
  const { agentId, inquiry } = chase
  if (inquiry.because === 'relationship') return false
  const pondId = await findPond(tx, chase)
  if (pondId) {
    await endChase(tx, chase, 'takenBack', at)
    await release(tx, chase)
    await keepMeanwhile(tx, { chase, at })
    await putIntoPond(tx, { inquiryId: inquiry.id, pondId, at })
    return true
  }
  const without = [...(await unwilling(tx, inquiry.id)), agentId]
  const decision = await decide(tx, { inquiryId: inquiry.id, hop: await nextHop(tx, inquiry.id), without, at })
  if (decision.outcome.kind === 'assign' && decision.outcome.agentId === agentId) return false
  await endChase(tx, chase, 'takenBack', at)
  await release(tx, chase)
  if (decision.outcome.kind !== 'assign') await keepMeanwhile(tx, { chase, at })
  await followDecision(tx, { decision, course: await courseOf(tx, decision, at), rung: 0, at })
  return true
}
