import type { Push } from '#server/adapters/push/push.types.ts'
import type { Db } from '#server/db.ts'
import { type Delivered, deliverTo } from '#server/domain/push/deliver.service.ts'
import { type OfferView, readOffer } from '../offers/offer-view.queries.ts'
import { liveText, lostText } from './push-text.words.ts'

type Deps = { db: Db; now: () => Date; push: Push }
type Order = { offerId: string; personId: string; deviceId: string }

/** For how long it is worth something to hear that somebody was faster. */
const LOST_TTL_SECONDS = 3_600

async function zoneOf(db: Db, personId: string): Promise<string> {
  const { office } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { office: { select: { timeZone: true } } },
  })
  return office.timeZone
}

/** What is to be said of it now; null when there is nothing any more. */
function textOf(offer: OfferView, personId: string, timeZone: string, at: Date) {
  const { endedAt, expiresAt, winner, mine } = offer
  if (mine.passedAt) return null
  if (endedAt) {
    // Only where it takes the place of an offer: who was never told of one need not hear that it is gone.
    const isLost = winner !== null && winner.id !== personId && mine.pushedAt !== null
    return isLost ? { ...lostText({ ...offer, winner, endedAt }, timeZone), ttlSeconds: LOST_TTL_SECONDS } : null
  }
  const ttlSeconds = Math.ceil((expiresAt.getTime() - at.getTime()) / 1_000)
  return ttlSeconds > 0 ? { ...liveText(offer, timeZone), ttlSeconds } : null
}

/**
 * Tells one device of an offer: what is wanted, where, and until when; and when somebody was faster, who. Sent twice, it
 * stands on the screen once: the tag is the same.
 */
export async function pushOffer(deps: Deps, { offerId, personId, deviceId }: Order): Promise<Delivered | 'over'> {
  const { db, now } = deps
  const offer = await readOffer(db, { offerId, personId })
  const text = offer && textOf(offer, personId, await zoneOf(db, personId), now())
  if (!text) return 'over'
  const { ttlSeconds, ...words } = text
  const payload = JSON.stringify({ ...words, url: `/offers/${offerId}?via=push`, tag: offerId })
  // Services name a topic by at most 32 letters: an id without its dashes.
  const topic = offerId.replaceAll('-', '')
  const outcome = await deliverTo(deps, { deviceId, message: { payload, topic, ttlSeconds } })
  if (outcome === 'taken') {
    await db.leadOfferPerson.updateMany({ where: { offerId, personId, pushedAt: null }, data: { pushedAt: now() } })
  }
  return outcome
}
