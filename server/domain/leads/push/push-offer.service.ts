import type { Push } from '#server/adapters/push/push.types.ts'
import type { Db } from '#server/db.ts'
import { type Delivered, deliverTo } from '#server/domain/push/deliver.service.ts'
import { readOffer } from '../offers/offer-view.queries.ts'
import { clockIn } from '../offers/offers.words.ts'

type Deps = { db: Db; now: () => Date; push: Push }
type Order = { offerId: string; personId: string; deviceId: string }

/**
 * Tells one device of an offer: what is wanted, where, and until when; nothing about who wants it. An offer that is over
 * is told to nobody. Sent twice, it stands on the screen once: the tag is the same.
 */
export async function pushOffer(deps: Deps, { offerId, personId, deviceId }: Order): Promise<Delivered | 'over'> {
  const { db, now } = deps
  const offer = await readOffer(db, { offerId, personId })
  const ttlMs = offer ? offer.expiresAt.getTime() - now().getTime() : 0
  if (!offer || offer.endedAt || offer.mine.passedAt || ttlMs <= 0) return 'over'
  const { office } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { office: { select: { timeZone: true } } },
  })
  const until = clockIn(office.timeZone, offer.expiresAt)
  const payload = JSON.stringify({
    title: offer.town ? `A lead in ${offer.town}, until ${until}` : `A lead for you, until ${until}`,
    body: [offer.headline, ...offer.lines.map(({ value }) => value)].join(' · '),
    ...{ url: `/offers/${offerId}?via=push`, tag: offerId },
  })
  // Service names the topic by at most 32 letters: an id without its dashes.
  const topic = offerId.replaceAll('-', '')
  const outcome = await deliverTo(deps, { deviceId, message: { payload, topic, ttlSeconds: Math.ceil(ttlMs / 1_000) } })
  if (outcome === 'taken') {
    await db.leadOfferPerson.updateMany({ where: { offerId, personId, pushedAt: null }, data: { pushedAt: now() } })
  }
  return outcome
}
