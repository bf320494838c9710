import type { Slack } from '#server/adapters/slack/open-slack.ts'
import type { Db, RootDb } from '#server/db.ts'
import { FIRM_ZONE } from '#server/domain/alerts/rhythm/hours.words.ts'
import type { Card } from '#server/domain/slack/card.schema.ts'
import { isClosed } from '#server/domain/slack/channels/broken-channel.service.ts'
import { postHeads } from '#server/domain/slack/delivery/post-heads.ts'
import { editSlack, laneOf, queueSlack, type SlackPlace } from '#server/domain/slack/slack.service.ts'
import { env } from '#server/env.ts'
import { type OfferView, readOffer } from '../offers/offer-view.queries.ts'
import { HAND_BACK_MS } from '../offers/offers.words.ts'
import { channelCard, nextMark, offerCard, pingCard, type Reader } from './offer-card.words.ts'
import { findShown } from './shown-offer.sql.ts'

export type ShowDeps = { db: RootDb; now: () => Date; slack: Slack }
/** `isPoster`: the caller posts what is new right after, in the lanes that it is told. */
type ShowOrder = { offerId: string; isPoster?: boolean }
/** `nextAt`: when the cards have something else to say, unless somebody does something before. */
export type Shown = { cards: number; isOver: boolean; nextAt: string | null; lanes: string[] }

/** More than a few are better posted by a run each, which has its own patience and its own retries. */
const OWN_LANES = 3

/** The clock of the executor and ours may differ a little. */
const A_MOMENT_MS = 500

const keyOf = (offerId: string, of: string) => `offer:${offerId}:${of}`

/** Where cards are put, and the lanes of new ones that are the caller's to post. */
type Desk = { tx: Db; isPoster: boolean; lanes: string[] }

async function put({ tx, isPoster, lanes }: Desk, key: string, place: SlackPlace, card: Card): Promise<void> {
  const isOwn = isPoster && lanes.length < OWN_LANES
  const { isNew } = await queueSlack(tx, { key, card, ...place }, { isOwn })
  if (!isNew) await editSlack(tx, { key, card })
  else if (isOwn) lanes.push(laneOf(place))
}

type Asked = { offer: OfferView; personId: string; pings: number[]; isInChannel: boolean }

/** The card of one person, as it stands now. Where the channel asks, only whoever has it gets one. */
async function showPerson(desk: Desk, { offer, personId, pings, isInChannel }: Asked, reader: Reader): Promise<number> {
  const { tx } = desk
  const key = keyOf(offer.id, personId)
  const card = offerCard(offer, reader)
  if (isInChannel && !offer.client) return (await editSlack(tx, { key, card })).isChanged ? 1 : 0
  // What was over before anybody was told is not worth a message.
  if (offer.endedAt && !offer.client) return (await editSlack(tx, { key, card })).isChanged ? 1 : 0
  await put(desk, key, { personId }, card)
  const isWaiting = !offer.endedAt && !offer.mine.passedAt
  for (const rung of isWaiting ? pings : []) {
    await queueSlack(tx, { key: keyOf(offer.id, `${personId}:ping:${rung}`), personId, card: pingCard(offer, reader) })
  }
  return 1
}

async function showChannel(desk: Desk, channel: string, offer: OfferView, reader: Reader): Promise<number> {
  const key = keyOf(offer.id, 'channel')
  const card = channelCard(offer, reader)
  if (offer.endedAt) return (await editSlack(desk.tx, { key, card })).isChanged ? 1 : 0
  await put(desk, key, { channel }, card)
  return 1
}

/**
 * Puts every card of an offer into the state that the offer is in: posts it, changes it, or leaves it. Asked for by
 * whatever happens to the offer and by the clock; any number of times, in any order.
 */
export async function showOffer({ db, now, slack }: ShowDeps, order: ShowOrder): Promise<Shown> {
  const at = now()
  const { offerId, isPoster = false } = order
  return await db.$transaction(async (tx) => {
    // One after the other: a slow one would put back what a faster one has just changed.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slack-offer:${offerId}`}, 0))`
    const offered = await findShown(tx, offerId)
    if (!offered) return { cards: 0, isOver: true, nextAt: null, lanes: [] }
    const desk: Desk = { tx, isPoster, lanes: [] }
    const shared = offered.kind === 'firstToClaim' ? slack.leadsChannel : null
    // A channel that takes nothing would ask nobody: then each is asked by themselves.
    const channel = shared && !(await isClosed(tx, shared)) ? shared : null
    const { pings } = offered
    let cards = 0
    for (const [index, { personId, timeZone }] of offered.people.entries()) {
      const offer = await readOffer(tx, { offerId, personId })
      if (!offer) continue
      const reader = { now: at, appUrl: env.APP_URL }
      if (channel && index === 0) cards += await showChannel(desk, channel, offer, { ...reader, timeZone: FIRM_ZONE })
      const asked = { offer, personId, pings, isInChannel: channel !== null }
      cards += await showPerson(desk, asked, { ...reader, timeZone })
    }
    const { expiresAt, endedAt } = offered
    const nextAt = endedAt ? closesAt(endedAt, at) : nextMark(at, expiresAt)
    return { cards, isOver: endedAt !== null, nextAt: nextAt?.toISOString() ?? null, lanes: desk.lanes }
  })
}

/**
 * Brings an offer's cards up to date and posts what is new at once: a fact on the way to another run would cost a lead its
 * first second. A process that dies in between leaves it to the next minute's look at the lanes.
 */
export async function showAndPost(
  deps: ShowDeps,
  { offerId, runner }: { offerId: string; runner: string },
): Promise<Omit<Shown, 'lanes'>> {
  const { lanes, ...shown } = await showOffer(deps, { offerId, isPoster: true })
  const { db, now, slack } = deps
  if (lanes.length > 0) await postHeads({ db, now, bot: slack.bot }, { lanes, runner })
  return shown
}

/** The button that gives it back goes when its minute is over. */
function closesAt(endedAt: Date, at: Date): Date | null {
  const closes = new Date(endedAt.getTime() + HAND_BACK_MS + A_MOMENT_MS)
  return closes > at ? closes : null
}
