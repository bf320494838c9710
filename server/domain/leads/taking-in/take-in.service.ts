import type { Db } from '#server/db.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import type { Inquiry } from '#server/generated/prisma/client.ts'
import { followDecision } from '../offers/follow-decision.ts'
import { decide, keepDecision, weigh } from '../routing/decide.service.ts'
import { courseOf } from './course-of.ts'
import { findHeld, joinHeld } from './held-leads.ts'
import { findPerson, keepPerson, readyFor } from './keep-person.ts'
import { receivedInWords } from './received.words.ts'

type Order = { inquiryId: string; at: Date }
/** `agentId`: whose book they are in now; while a lead is held out, that of the person who keeps it. */
export type TakenIn = { contactId: string; agentId: string; isNew: boolean }

/** Whole, also where the public may not read it: the timeline is the agent's. */
async function streetOf(tx: Db, listingId: string | null) {
  if (!listingId) return null
  const home = await tx.listing.findUnique({ where: { id: listingId }, select: { streetAddress: true, city: true } })
  return home && `${home.streetAddress}, ${home.city}`
}

async function tellTimeline(tx: Db, inquiry: Inquiry, contactId: string, street: string | null) {
  const { id, listingId, receivedAt } = inquiry
  await recordFacts(tx, [
    {
      ...{ contactId, kind: 'inquiry.received', summary: receivedInWords({ ...inquiry, street }) },
      ...{ refs: { inquiryId: id, ...(listingId ? { listingId } : {}) } },
      ...{ occurredAt: receivedAt, factKey: `inquiry:${id}` },
    },
  ])
}

async function standingOf(tx: Db, { inquiryId }: Order): Promise<TakenIn | null> {
  const { contactId, isNewPerson, contact } = await tx.inquiry.findUniqueOrThrow({
    where: { id: inquiryId },
    select: { contactId: true, isNewPerson: true, takenInAt: true, contact: { select: { agentId: true } } },
  })
  return contactId && contact ? { contactId, agentId: contact.agentId, isNew: isNewPerson } : null
}

/**
 * Makes of what somebody sent a person, a fact on their timeline, and what the rules say: an agent, who gets a mail as the
 * client does; an offer; or a place in a pond. In the caller's transaction, once, however often it is asked for. Whoever
 * writes again while a lead of theirs is held out goes to whoever takes that one.
 */
export async function takeIn(tx: Db, order: Order): Promise<TakenIn> {
  const { inquiryId, at } = order
  await tx.$queryRaw`SELECT 1 FROM inquiry WHERE id = ${inquiryId}::uuid FOR UPDATE`
  const inquiry = await tx.inquiry.findUniqueOrThrow({ where: { id: inquiryId } })
  if (inquiry.takenInAt) {
    const standing = await standingOf(tx, order)
    if (standing) return standing
  }
  const street = await streetOf(tx, inquiry.listingId)
  const known = await findPerson(tx, inquiry)
  const held = known && (await findHeld(tx, known.id))
  if (known && held) {
    await joinHeld(tx, { inquiryId, contactId: known.id, held, at })
    await tellTimeline(tx, inquiry, known.id, street)
    return { contactId: known.id, agentId: known.agentId, isNew: false }
  }
  if (known) await tx.inquiry.update({ where: { id: inquiryId }, data: { contactId: known.id } })
  const ready = await readyFor(tx, inquiry)
  // From here on all other leads that are chosen among many wait: what can be read before it stands above.
  const asked = { inquiryId, hop: 0, without: [], at, keeperId: ready.keeperId }
  // Only what was taken in before, and has lost its person since, may have been decided.
  const weighed = inquiry.takenInAt ? null : await weigh(tx, asked)
  const decision = weighed ? await keepDecision(tx, weighed) : await decide(tx, asked)
  const { contactId, agentId } = await keepPerson(tx, { inquiry, known, outcome: decision.outcome, ready, at })
  await tx.inquiry.update({
    where: { id: inquiryId },
    data: { state: 'offered', contactId, because: decision.because, isNewPerson: !known, takenInAt: at },
  })
  await tellTimeline(tx, inquiry, contactId, street)
  const course = await courseOf(tx, decision, at, weighed?.agents.people)
  await followDecision(tx, { decision, course, rung: 0, at })
  return { contactId, agentId, isNew: !known }
}
