import type { Db } from '#server/db.ts'
import {
  addArrival,
  findKnown,
  type KnownContact,
  keepPhone,
  waitForTurn,
} from '#server/domain/contacts/arrivals.service.ts'
import type { Inquiry } from '#server/generated/prisma/client.ts'
import { sourceNameOf } from '../doors/source-name.ts'
import { moveContact } from '../offers/give-lead.ts'
import type { Outcome } from '../routing/routing.types.ts'
import { findFallback } from './routing-facts.queries.ts'

/** Who sent it, if we know them. Two who come at once under one address go one after the other. */
export async function findPerson(tx: Db, { fullName, email, phone }: Inquiry): Promise<KnownContact | null> {
  const arrival = { fullName, email, phone }
  await waitForTurn(tx, arrival)
  return findKnown(tx, arrival)
}

/** What is read before the decision, while nobody waits: who keeps those whom nobody has, and where somebody new came from. */
export type Ready = { keeperId: string; source: string }
export const readyFor = async (tx: Db, inquiry: Inquiry): Promise<Ready> => ({
  keeperId: (await findFallback(tx)).agentId,
  source: await sourceNameOf(tx, inquiry),
})

type Kept = { inquiry: Inquiry; known: KnownContact | null; outcome: Outcome; ready: Ready; at: Date }

/** Whose book they are in from now on: their agent's, or, until somebody has the lead, that of the person for everything else. */
function keeperOf({ known, outcome, ready }: Kept): string {
  if (outcome.kind === 'assign') return outcome.agentId
  return known?.agentIsHere ? known.agentId : ready.keeperId
}

/** Sets up a contact for somebody new; somebody known whose agent is gone, or has another one now, moves. */
export async function keepPerson(tx: Db, kept: Kept): Promise<{ contactId: string; agentId: string }> {
  const { inquiry, known, at } = kept
  const agentId = keeperOf(kept)
  const arrival = { fullName: inquiry.fullName, email: inquiry.email, phone: inquiry.phone }
  if (!known) {
    const { id } = await addArrival(tx, { arrival, agentId, source: kept.ready.source, at: inquiry.receivedAt })
    return { contactId: id, agentId }
  }
  const factKey = `contact:${known.id}:agent:${at.toISOString()}`
  const why = known.agentIsHere ? 'as the rules say' : 'because their agent is gone'
  if (known.agentId !== agentId) await moveContact(tx, { contactId: known.id, agentId, why, at, factKey })
  await keepPhone(tx, known, arrival)
  return { contactId: known.id, agentId }
}
