import type { Db } from '#server/db.ts'
import { queueMail } from '#server/domain/mail/mail.service.ts'
import { queuePush } from '#server/domain/push/push.service.ts'
import { findStillAsked } from './still-asked.sql.ts'

type Telling = { offer: { id: string; handedBackAt: Date | null }; time: number }

/** Queues the offer to whoever is still asked, once per time and channel. Who stands behind the lead is told to nobody. */
export async function tellAsked(tx: Db, { offer, time }: Telling): Promise<{ told: number }> {
  const people = await findStillAsked(tx, offer.id)
  for (const { personId, email, hasDevice } of people) {
    const dedupeKey = `offer:${offer.id}:${personId}:${time}:${offer.handedBackAt ? 'again' : 'first'}`
    await queueMail(tx, { kind: 'offer', recipient: email, dedupeKey, payload: { offerId: offer.id, personId, time } })
    if (hasDevice) await queuePush(tx, { key: dedupeKey, offerId: offer.id, personId })
  }
  return { told: people.length }
}
