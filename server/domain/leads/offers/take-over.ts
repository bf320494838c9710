import type { Db } from '#server/db.ts'
import { DomainError } from '#server/errors.ts'
import type { InquiryState } from '#server/generated/prisma/enums.ts'
import { announce } from '#server/outbox.ts'
import { offerEnded, offerWithdrawn } from './offers.events.ts'
import { lockOffer } from './offers.store.ts'

type Over = { inquiryId: string; at: Date }

/**
 * Ends what is held out of a lead, and locks it. The offer is locked before its lead, as everywhere: a claim that comes
 * at the same moment is either there already or finds the offer over.
 */
export async function takeOver(tx: Db, { inquiryId, at }: Over): Promise<Taken> {
  const live = await tx.leadOffer.findFirst({ where: { inquiryId, endedAt: null }, select: { id: true } })
  const offer = live && (await lockOffer(tx, live.id))
  await tx.$queryRaw`SELECT 1 FROM inquiry WHERE id = ${inquiryId}::uuid FOR UPDATE`
  if (offer && !offer.endedAt) {
    await tx.leadOffer.update({ where: { id: offer.id }, data: { state: 'withdrawn', endedAt: at } })
    await announce(tx, offerWithdrawn({ offerId: offer.id }))
    await announce(tx, offerEnded({ offerId: offer.id }))
  }
  const lead = await tx.inquiry.findUniqueOrThrow({
    where: { id: inquiryId },
    select: { state: true, agentId: true, contactId: true },
  })
  if (lead.state === 'received') {
    throw new DomainError('CONFLICT', 'It came this moment, and its agent is being found. Look again in a few seconds.')
  }
  return lead
}
type Taken = { state: InquiryState; agentId: string | null; contactId: string | null }
