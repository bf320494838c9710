import type { Db } from '#server/db.ts'
import { followDecision } from '../offers/follow-decision.ts'
import { putIntoPond } from '../offers/ponds.service.ts'
import { keepDecision, weigh } from '../routing/decide.service.ts'
import { courseOf } from '../taking-in/course-of.ts'
import { endChase, type LockedChase } from './chase.store.ts'
import { nextHop } from './next-hop.sql.ts'
import { keepMeanwhile, release } from './release.ts'

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

/** The pond that was chosen in the settings, while it is there. */
async function findPond(tx: Db, { course }: LockedChase): Promise<string | null> {
  if (course.backTo === null) return null
  const pond = await tx.leadPond.findFirst({ where: { id: course.backTo, removedAt: null }, select: { id: true } })
  return pond?.id ?? null
}

/**
 * Takes a lead back from an agent who did nothing, and lets the rules find somebody else, or puts it into the pond of the
 * settings. False when it stays: a client of theirs is theirs, and there may be nobody else.
 */
export async function takeBack(tx: Db, { chase, at }: Taking): Promise<boolean> {
  const { agentId, inquiry } = chase
  if (inquiry.because === 'relationship') return false
  const lead = { inquiryId: inquiry.id, contactId: inquiry.contactId, at }
  const pondId = await findPond(tx, chase)
  if (pondId) {
    await endChase(tx, chase, 'takenBack', at)
    await release(tx, lead)
    await keepMeanwhile(tx, lead)
    await putIntoPond(tx, { inquiryId: inquiry.id, pondId, at })
    return true
  }
  const without = [...(await unwilling(tx, inquiry.id)), agentId]
  const weighed = await weigh(tx, { inquiryId: inquiry.id, hop: await nextHop(tx, inquiry.id), without, at })
  const { outcome } = weighed.decision
  if (outcome.kind === 'assign' && outcome.agentId === agentId) return false
  const decision = await keepDecision(tx, weighed)
  await endChase(tx, chase, 'takenBack', at)
  await release(tx, lead)
  if (outcome.kind !== 'assign') await keepMeanwhile(tx, lead)
  await followDecision(tx, { decision, course: await courseOf(tx, decision, at), rung: 0, at })
  return true
}
