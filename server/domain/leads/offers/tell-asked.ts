import type { Db } from '#server/db.ts'
import { queueMail } from '#server/domain/mail/mail.service.ts'
import { queuePush } from '#server/domain/push/push.service.ts'
import type { LockedOffer } from './offers.store.ts'

type Telling = { offer: LockedOffer; time: number; at: Date }

/** Queues the offer to whoever is still asked, once per time and channel. Who stands behind the lead is told to nobody. */
export async function tellAsked(tx: Db, { offer, time }: Telling): Promise<{ told: number }> {
  const waiting = offer.people.filter(({ passedAt }) => passedAt === null)
  const people = await tx.person.findMany({
    where: { id: { in: waiting.map(({ personId }) => personId) }, removedAt: null },
    select: { id: true, email: true },
    orderBy: { id: 'asc' },
  })
  for (const { id: personId, email } of people) {
    const dedupeKey = `offer:${offer.id}:${personId}:${time}:${offer.handedBackAt ? 'again' : 'first'}`
    await queueMail(tx, { kind: 'offer', recipient: email, dedupeKey, payload: { offerId: offer.id, personId, time } })
    await queuePush(tx, { key: dedupeKey, offerId: offer.id, personId })
  }
  return { told: people.length }
}
