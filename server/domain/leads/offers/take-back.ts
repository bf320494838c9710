import type { Db } from '#server/db.ts'
import { announce } from '#server/outbox.ts'
import { stopChase } from '../idle/start-chase.ts'
import { findFallback } from '../taking-in/routing-facts.queries.ts'
import { moveContact } from './give-lead.ts'
import { offerMade } from './offers.events.ts'
import type { LockedOffer } from './offers.store.ts'

/** However late they noticed: whoever comes next has this long. */
const LEAST_MS = 60_000

type Back = { offer: LockedOffer; endedAt: Date; personId: string; at: Date }

/** Holds a lead out again that somebody took by mistake. Refused once they have answered the client. */
export async function holdAgain(tx: Db, { offer, endedAt, personId, at }: Back) {
  const { id: offerId, inquiryId } = offer
  const leads = await tx.$queryRaw<{ id: string; contactId: string | null }[]>`
    UPDATE inquiry SET state = 'offered', agent_id = NULL, because = 'rule'
     WHERE (id = ${inquiryId}::uuid OR joins_id = ${inquiryId}::uuid) AND state = 'open' AND agent_id = ${personId}::uuid
    RETURNING id::text, contact_id::text AS "contactId"`
  const lead = leads.find(({ id }) => id === inquiryId)
  if (!lead) return { outcome: 'too-late' } as const
  await stopChase(tx, { inquiryId, at })
  const left = Math.max(offer.expiresAt.getTime() - endedAt.getTime(), LEAST_MS)
  const expiresAt = new Date(at.getTime() + left)
  const state = offer.seenAt ? ('seen' as const) : ('offered' as const)
  await tx.leadOffer.update({
    where: { id: offerId },
    data: { state, winnerId: null, endedAt: null, endedVia: null, handedBackAt: at, expiresAt },
  })
  await tx.leadOfferPerson.update({ where: { offerId_personId: { offerId, personId } }, data: { wonAt: null } })
  if (lead.contactId) {
    const { agentId } = await findFallback(tx)
    const factKey = `lead:${inquiryId}:back:${at.toISOString()}`
    const why = 'because it was taken by mistake and is held out again'
    await moveContact(tx, { contactId: lead.contactId, agentId, why, at, factKey })
  }
  await announce(tx, offerMade({ offerId }))
  return { outcome: 'back', expiresAt } as const
}
