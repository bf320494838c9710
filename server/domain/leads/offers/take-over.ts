import type { Db } from '#server/db.ts'
import { DomainError } from '#server/errors.ts'
import type { InquiryState } from '#server/generated/prisma/enums.ts'
import { announce } from '#server/outbox.ts'
import { offerEnded, offerWithdrawn } from './offers.events.ts'
import { type LockedOffer, lockOffer } from './offers.store.ts'

type Over = { inquiryId: string; at: Date }

const MOST_TRIES = 5
const moved = () => new DomainError('CONFLICT', 'Somebody was asked for this lead at this moment. Look again.')

const findLive = (tx: Db, inquiryId: string) =>
  tx.leadOffer.findFirst({ where: { inquiryId, endedAt: null }, select: { id: true } })

/** While an offer is waited for, its ladder may have asked somebody else: then that one is meant. */
async function lockLive(tx: Db, inquiryId: string): Promise<LockedOffer | null> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const live = await findLive(tx, inquiryId)
    if (!live) return null
    const offer = await lockOffer(tx, live.id)
    if (offer && !offer.endedAt) return offer
  }
  throw moved()
}

/**
 * Ends what is held out of a lead, and locks it. The offer is locked before its lead, as everywhere: a claim that comes
 * at the same moment is either there already or finds the offer over.
 */
export async function takeOver(tx: Db, { inquiryId, at }: Over): Promise<Taken> {
  const offer = await lockLive(tx, inquiryId)
  await tx.$queryRaw`SELECT 1 FROM inquiry WHERE id = ${inquiryId}::uuid FOR UPDATE`
  if (offer) {
    await tx.leadOffer.update({ where: { id: offer.id }, data: { state: 'withdrawn', endedAt: at } })
    await announce(tx, offerWithdrawn({ offerId: offer.id }))
    await announce(tx, offerEnded({ offerId: offer.id }))
  } else if (await findLive(tx, inquiryId)) {
    // Handed back while its lead was waited for: to lock it now would turn the order of locks round.
    throw moved()
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
