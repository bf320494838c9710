import type { Db } from '#server/db.ts'
import type { LeadArrival, LeadSource } from '#server/generated/prisma/client.ts'
import { newId } from '#server/ids.ts'
import { announce } from '#server/outbox.ts'
import { inquiryReceived } from '../../leads.events.ts'
import type { LeadDraft } from '../draft.schema.ts'
import { findHome } from './find-home.queries.ts'

type Order = {
  arrival: Pick<LeadArrival, 'id' | 'door' | 'sourceId' | 'networkHash' | 'receivedAt'>
  source: LeadSource | null
  draft: LeadDraft
  at: Date
  /** Whoever let it in, and whoever keeps it for themselves. */
  settledById?: string | null
  namedAgentId?: string | null
}

/** Only a source that is trusted with it says which agent gets its leads, by whatever door: a mail could be anybody's. */
export async function namedBy(tx: Db, source: LeadSource | null, { agentEmail }: LeadDraft): Promise<string | null> {
  if (!source?.trustsNamedAgent || !agentEmail) return null
  const agent = await tx.person.findFirst({
    where: { email: agentEmail, removedAt: null, role: { not: 'assistant' } },
    select: { id: true },
  })
  return agent?.id ?? null
}

/**
 * Makes an inquiry of something that was read: from here on it is a lead, and the job that takes leads in is told.
 * In the caller's transaction; an arrival makes one inquiry, however often it is asked for.
 */
export async function writeLead(tx: Db, order: Order): Promise<{ inquiryId: string }> {
  const { arrival, source, draft, at, settledById = null } = order
  const { fullName, email, phone, message, consentText, priceCents, latitude, longitude } = draft
  const { citySlug, postalCode, propertySubType } = draft
  const inquiryId = newId()
  const home = await findHome(tx, draft, arrival.door)
  await tx.inquiry.create({
    data: {
      ...{ id: inquiryId, requestKey: arrival.id, door: arrival.door, sourceId: arrival.sourceId },
      ...{
        kind: home ? draft.wants : 'General',
        listingId: home?.id ?? null,
        raw: { arrivalId: arrival.id, ...draft },
      },
      ...{ fullName, email, phone, message, consentText, networkHash: arrival.networkHash },
      ...{ proposedTimes: home ? draft.proposedTimes : [], receivedAt: arrival.receivedAt },
      ...{ leadType: draft.leadType ?? source?.defaultLeadType ?? null },
      ...{ tags: [...new Set([...draft.tags, ...(source?.defaultTags ?? [])])] },
      ...{ priceCents: priceCents === null ? null : BigInt(priceCents), latitude, longitude },
      ...{ citySlug, postalCode, propertySubType },
      namedAgentId: order.namedAgentId ?? (await namedBy(tx, source, draft)),
    },
    select: { id: true },
  })
  await tx.leadArrival.update({
    where: { id: arrival.id },
    data: { state: 'taken', inquiryId, draft, reason: null, settledAt: at, settledById },
    select: { id: true },
  })
  await announce(tx, inquiryReceived({ inquiryId }))
  return { inquiryId }
}
