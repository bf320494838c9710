import type { Slack } from '#server/adapters/slack/open-slack.ts'
import type { Db, RootDb } from '#server/db.ts'
import { FIRM_ZONE } from '#server/domain/alerts/rhythm/hours.words.ts'
import type { Card } from '#server/domain/slack/card.schema.ts'
import { editSlack, queueSlack, type SlackPlace } from '#server/domain/slack/slack.service.ts'
import { env } from '#server/env.ts'
import { type OfferView, readOffer } from '../offers/offer-view.queries.ts'
import { HAND_BACK_MS } from '../offers/offers.words.ts'
import { lookAhead } from '../offers/turns.service.ts'
import { channelCard, nextMark, offerCard, pingCard, type Reader } from './offer-card.words.ts'

export type ShowDeps = { db: RootDb; now: () => Date; slack: Slack }
/** `nextAt`: when the cards have something else to say, unless somebody does something before. */
export type Shown = { cards: number; nextAt: string | null }

/** The clock of the executor and ours may differ a little. */
const A_MOMENT_MS = 500

const keyOf = (offerId: string, of: string) => `offer:${offerId}:${of}`

async function put(tx: Db, key: string, place: SlackPlace, card: Card): Promise<void> {
  const { isNew } = await queueSlack(tx, { key, card, ...place })
  if (!isNew) await editSlack(tx, { key, card })
}

type Asked = { offer: OfferView; personId: string; pings: number[]; isInChannel: boolean }

/** The card of one person, as it stands now. Where the channel asks, only whoever has it gets one. */
async function showPerson(tx: Db, { offer, personId, pings, isInChannel }: Asked, reader: Reader): Promise<number> {
  const key = keyOf(offer.id, personId)
  const card = offerCard(offer, reader)
  if (isInChannel && !offer.client) return (await editSlack(tx, { key, card })).isChanged ? 1 : 0
  // What was over before anybody was told is not worth a message.
  if (offer.endedAt && !offer.client) return (await editSlack(tx, { key, card })).isChanged ? 1 : 0
  await put(tx, key, { personId }, card)
  const isWaiting = !offer.endedAt && !offer.mine.passedAt
  for (const rung of isWaiting ? pings : []) {
    await queueSlack(tx, { key: keyOf(offer.id, `${personId}:ping:${rung}`), personId, card: pingCard(offer, reader) })
  }
  return 1
}

async function showChannel(tx: Db, channel: string, offer: OfferView, reader: Reader): Promise<number> {
  const key = keyOf(offer.id, 'channel')
  const card = channelCard(offer, reader)
  if (offer.endedAt) return (await editSlack(tx, { key, card })).isChanged ? 1 : 0
  await put(tx, key, { channel }, card)
  return 1
}

/**
 * Puts every card of an offer into the state that the offer is in: posts it, changes it, or leaves it. Asked for by
 * whatever happens to the offer and by the clock; any number of times, in any order.
 */
export async function showOffer({ db, now, slack }: ShowDeps, { offerId }: { offerId: string }): Promise<Shown> {
  const at = now()
  const { cards, expiresAt, endedAt } = await db.$transaction(async (tx) => {
    // One after the other: a slow one would put back what a faster one has just changed.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slack-offer:${offerId}`}, 0))`
    const order = await tx.leadOffer.findUnique({
      where: { id: offerId },
      select: {
        ...{ kind: true, expiresAt: true, endedAt: true },
        people: { select: { personId: true, person: { select: { office: { select: { timeZone: true } } } } } },
        steps: { where: { act: 'rePing' }, select: { rung: true } },
      },
    })
    if (!order) return { cards: 0, expiresAt: at, endedAt: at }
    const channel = order.kind === 'firstToClaim' ? slack.leadsChannel : null
    const pings = order.steps.map(({ rung }) => rung)
    let cards = 0
    for (const [index, { personId, person }] of order.people.entries()) {
      const offer = await readOffer(tx, { offerId, personId })
      if (!offer) continue
      const reader = { now: at, appUrl: env.APP_URL }
      if (channel && index === 0) cards += await showChannel(tx, channel, offer, { ...reader, timeZone: FIRM_ZONE })
      const asked = { offer, personId, pings, isInChannel: channel !== null }
      cards += await showPerson(tx, asked, { ...reader, timeZone: person.office.timeZone })
    }
    return { cards, expiresAt: order.expiresAt, endedAt: order.endedAt }
  })
  return { cards, nextAt: await nextMoment({ db, at, offerId, expiresAt, endedAt }) }
}

type Moment = { db: RootDb; at: Date; offerId: string; expiresAt: Date; endedAt: Date | null }

async function nextMoment({ db, at, offerId, expiresAt, endedAt }: Moment): Promise<string | null> {
  if (endedAt) {
    // The button that gives it back goes when its minute is over.
    const closes = endedAt.getTime() + HAND_BACK_MS + A_MOMENT_MS
    return closes > at.getTime() ? new Date(closes).toISOString() : null
  }
  const turn = await lookAhead({ db }, { offerId })
  const moments = [nextMark(at, expiresAt)?.getTime(), turn ? Date.parse(turn.at) + A_MOMENT_MS : undefined]
  const next = Math.min(...moments.filter((each) => each !== undefined && each > at.getTime()).map(Number))
  return Number.isFinite(next) ? new Date(next).toISOString() : null
}
