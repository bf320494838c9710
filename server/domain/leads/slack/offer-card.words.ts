import type { Card, CardPart } from '#server/domain/slack/card.schema.ts'
import { clockTime, linked, plain } from '#server/domain/slack/card.words.ts'
import type { OfferView } from '../offers/offer-view.queries.ts'
import { clockIn, HAND_BACK_MS, PASS_REASON_WORDS, PASS_REASONS, spanInWords } from '../offers/offers.words.ts'

export const OFFER_ACTIONS = [
  'offer.accept',
  'offer.claim',
  'offer.pass',
  'offer.more-time',
  'offer.hand-back',
] as const
export type OfferAction = (typeof OFFER_ACTIONS)[number]

/** On whose clock, and when. `appUrl` without a slash at the end. */
export type Reader = { timeZone: string; now: Date; appUrl: string }
type Line = { label: string; value: string }

/** On the reader's own clock in Slack, else on that of their office. */
export const shownAt = ({ timeZone }: Pick<Reader, 'timeZone'>, at: Date) => clockTime(at, clockIn(timeZone, at))

/** "5 min", rounded up: nobody is told of time that is gone. */
export const leftInWords = (now: Date, until: Date) =>
  `${Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))} min`

/** Minutes before the end at which the countdown is put right; each is a change in Slack. */
const MARKS = [10, 5, 2, 1] as const

/** When the countdown next says something else; null when there is no more to say. */
export function nextMark(now: Date, until: Date): Date | null {
  const mark = MARKS.map((minutes) => until.getTime() - minutes * 60_000).find((at) => at > now.getTime())
  return mark === undefined ? null : new Date(mark)
}

export const fieldsOf = (lines: readonly Line[]): CardPart[] =>
  lines.length === 0
    ? []
    : [{ kind: 'fields', fields: lines.slice(0, 10).map(({ label, value }) => `*${label}*\n${plain(value)}`) }]

const passChoice = (offerId: string) => ({
  ...{ label: 'Pass', action: 'offer.pass' satisfies OfferAction },
  // A list carries nothing but its choice.
  options: PASS_REASONS.map((reason) => ({ label: PASS_REASON_WORDS[reason], value: `${reason}:${offerId}` })),
})

function liveCard(offer: OfferView, reader: Reader): Card {
  const { id, headline, lines, kind, expiresAt, mine } = offer
  const isDirect = kind === 'direct'
  const until = `${shownAt(reader, expiresAt)} (${leftInWords(reader.now, expiresAt)})`
  const moreTime = { label: 'Need 10 minutes', action: 'offer.more-time' satisfies OfferAction, value: id }
  return {
    text: `${plain(headline)}. Yours until ${clockIn(reader.timeZone, expiresAt)}?`,
    parts: [
      { kind: 'title', text: headline.slice(0, 150) },
      ...fieldsOf(lines),
      {
        kind: 'text',
        markdown: isDirect
          ? `Held for you until ${until}. After that the next one is asked.`
          : `Several of you are asked until ${until}. Whoever takes it first has it.`,
      },
      {
        kind: 'actions',
        buttons: [
          { label: 'Accept', action: 'offer.accept' satisfies OfferAction, value: id, tone: 'primary' },
          ...(isDirect && !mine.extendedAt ? [moreTime] : []),
        ],
        choices: [passChoice(id)],
      },
      { kind: 'note', markdown: 'Who it is and how to reach them stands here as soon as you have it.' },
    ],
  }
}

function wonCard(offer: OfferView, client: NonNullable<OfferView['client']>, reader: Reader): Card {
  const { id, headline, lines, endedAt, handedBackAt } = offer
  const { fullName, phone, email, message, contactId } = client
  const canGiveBack = endedAt !== null && !handedBackAt && reader.now.getTime() - endedAt.getTime() <= HAND_BACK_MS
  const reach = [
    { label: 'Name', value: fullName },
    ...(phone ? [{ label: 'Phone', value: phone }] : []),
    ...(email ? [{ label: 'E-mail', value: email }] : []),
  ]
  return {
    text: `It is yours: ${plain(headline)}`,
    parts: [
      { kind: 'title', text: 'It is yours' },
      { kind: 'text', markdown: plain(headline) },
      ...fieldsOf([...reach, ...lines]),
      ...(message
        ? [{ kind: 'text' as const, markdown: `>${plain(message.slice(0, 900)).replaceAll('\n', '\n>')}` }]
        : []),
      {
        kind: 'actions',
        buttons: [
          {
            ...{ label: 'Open in Palmetto', action: 'open', value: id, tone: 'primary' },
            url: `${reader.appUrl}${contactId ? `/contacts/${contactId}` : `/offers/${id}`}`,
          },
          ...(canGiveBack ? [{ label: 'Hand back', action: 'offer.hand-back' satisfies OfferAction, value: id }] : []),
        ],
        choices: [],
      },
      ...(canGiveBack ? [{ kind: 'note' as const, markdown: 'Taken by mistake? Hand it back within a minute.' }] : []),
    ],
  }
}

/** How an offer that is over ended, for somebody who has not won it. */
export function endInWords({ state, winner, offeredAt, endedAt }: Omit<OfferView, 'mine' | 'client'>, reader: Reader) {
  const at = endedAt ? ` at ${shownAt(reader, endedAt)}` : ''
  const took = endedAt ? ` after ${spanInWords(endedAt.getTime() - offeredAt.getTime())}` : ''
  if (winner) return `${plain(winner.fullName)} took it${at},${took}.`
  if (state === 'timedOut') return `Time ran out${at}; the lead went on.`
  if (state === 'passed') return `Everybody passed; the lead went on${at}.`
  return `It went to somebody by other means${at}.`
}

function overCard(offer: OfferView, words: string, { appUrl }: Reader): Card {
  return {
    text: `${plain(offer.headline)}: ${words}`,
    parts: [
      { kind: 'text', markdown: `*${plain(offer.headline)}*\n${words}` },
      { kind: 'note', markdown: linked(`${appUrl}/offers/${offer.id}`, 'Look at it in Palmetto') },
    ],
  }
}

/** An offer in somebody's direct messages. Who stands behind the lead is on it only for whoever has it. */
export function offerCard(offer: OfferView, reader: Reader): Card {
  if (offer.client) return wonCard(offer, offer.client, reader)
  const { passedAt, passReason } = offer.mine
  if (passedAt && passReason) return overCard(offer, `You passed: ${PASS_REASON_WORDS[passReason]}.`, reader)
  return offer.endedAt ? overCard(offer, endInWords(offer, reader), reader) : liveCard(offer, reader)
}

/** The same once more, when nobody has answered: a change of a message rings no bell. */
export const pingCard = (offer: OfferView, reader: Reader): Card => {
  const words = `Still yours until ${shownAt(reader, offer.expiresAt)}: ${plain(offer.headline)}. Answer on the card above.`
  return { text: words, parts: [{ kind: 'text', markdown: words }] }
}

/** An offer in the channel of those who may claim it: nobody's name and nobody's number, then or later. */
export function channelCard(offer: Omit<OfferView, 'mine' | 'client'>, reader: Reader): Card {
  const { id, headline, lines, expiresAt, endedAt, winner, offeredAt } = offer
  const isLive = endedAt === null
  const took = endedAt ? spanInWords(endedAt.getTime() - offeredAt.getTime()) : ''
  const words = isLive
    ? `First to claim has it, until ${shownAt(reader, expiresAt)} (${leftInWords(reader.now, expiresAt)}).`
    : winner
      ? `Claimed by ${plain(winner.fullName)}, ${took}.`
      : endInWords(offer, reader)
  return {
    text: isLive ? `To be claimed: ${plain(headline)}` : `${plain(headline)}: ${words}`,
    parts: [
      ...(isLive ? [{ kind: 'title' as const, text: headline.slice(0, 150) }, ...fieldsOf(lines)] : []),
      { kind: 'text', markdown: isLive ? words : `*${plain(headline)}*\n${words}` },
      ...(isLive
        ? [
            {
              ...{ kind: 'actions' as const, choices: [] },
              buttons: [
                { label: 'Claim', action: 'offer.claim' satisfies OfferAction, value: id, tone: 'primary' as const },
              ],
            },
          ]
        : []),
    ],
  }
}
