import type { Db } from '#server/db.ts'
import { searchFollowers } from '#server/domain/alerts/searches.followers.ts'
import { calendarFollowers } from '#server/domain/calendar/calendar.followers.ts'
import { addArrival, findKnown, keepPhone, moveToAgent, waitForTurn } from '#server/domain/contacts/arrivals.service.ts'
import { followersInTurn } from '#server/domain/contacts/contacts.followers.ts'
import { ensureAddresses, queueMail } from '#server/domain/mail/mail.service.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import type { Inquiry } from '#server/generated/prisma/client.ts'
import { chooseAgent } from '../choose-agent.ts'
import { SOURCE_OF } from '../leads.words.ts'
import { receivedInWords } from './received.words.ts'
import { readRoutingFacts } from './routing-facts.queries.ts'

type Order = { inquiryId: string; citySlug: string | null; at: Date }
export type TakenIn = { contactId: string; agentId: string; isNew: boolean }

async function findPerson(tx: Db, inquiry: Inquiry, { citySlug, at }: Order) {
  const { fullName, email, phone, kind, listingId, receivedAt } = inquiry
  const arrival = { fullName, email, phone }
  await waitForTurn(tx, arrival)
  const known = await findKnown(tx, arrival)
  const { agentId, because } = chooseAgent(await readRoutingFacts(tx, { known, listingId, citySlug }))
  if (!known) {
    const { id } = await addArrival(tx, { arrival, agentId, source: SOURCE_OF[kind], at: receivedAt })
    return { contactId: id, agentId, because, isNew: true }
  }
  await moveToAgent(tx, { contact: known, agentId, at, followers: followersInTurn(searchFollowers, calendarFollowers) })
  await keepPhone(tx, known, arrival)
  return { contactId: known.id, agentId, because, isNew: false }
}

/** Whole, also where the public may not read it: the timeline is the agent's. */
async function streetOf(tx: Db, listingId: string | null) {
  if (!listingId) return null
  const home = await tx.listing.findUnique({ where: { id: listingId }, select: { streetAddress: true, city: true } })
  return home && `${home.streetAddress}, ${home.city}`
}

/** The agent hears of it at once; who asked hears who will answer, if they left an address. */
async function tellBoth(tx: Db, { id, email, kind }: Inquiry, { contactId, agentId }: TakenIn) {
  const agent = await tx.person.findUniqueOrThrow({ where: { id: agentId }, select: { email: true } })
  const payload = { inquiryId: id }
  await queueMail(tx, { kind: 'inquiry', recipient: agent.email, dedupeKey: `inquiry:${id}`, payload })
  if (kind === 'SignUp' || email === null) return
  await ensureAddresses(tx, [email])
  const dedupeKey = `inquiry-receipt:${id}`
  await queueMail(tx, { kind: 'inquiry-receipt', recipient: email, dedupeKey, payload, contactId })
}

/**
 * Makes of what somebody sent a person with an agent, a fact on their timeline, and a mail to either side: in the
 * caller's transaction, once, however often it is asked for.
 */
export async function takeIn(tx: Db, order: Order): Promise<TakenIn> {
  const { inquiryId, at } = order
  await tx.$queryRaw`SELECT 1 FROM inquiry WHERE id = ${inquiryId}::uuid FOR UPDATE`
  const inquiry = await tx.inquiry.findUniqueOrThrow({ where: { id: inquiryId } })
  if (inquiry.contactId && inquiry.agentId) {
    return { contactId: inquiry.contactId, agentId: inquiry.agentId, isNew: inquiry.isNewPerson }
  }
  const { contactId, agentId, because, isNew } = await findPerson(tx, inquiry, order)
  await tx.inquiry.update({
    where: { id: inquiryId },
    data: { state: 'open', contactId, agentId, because, isNewPerson: isNew, takenInAt: at },
  })
  const street = await streetOf(tx, inquiry.listingId)
  await recordFacts(tx, [
    {
      ...{ contactId, kind: 'inquiry.received', summary: receivedInWords({ ...inquiry, street }) },
      ...{ refs: { inquiryId, ...(inquiry.listingId ? { listingId: inquiry.listingId } : {}) } },
      ...{ occurredAt: inquiry.receivedAt, factKey: `inquiry:${inquiryId}` },
    },
  ])
  const taken = { contactId, agentId, isNew }
  await tellBoth(tx, inquiry, taken)
  return taken
}
