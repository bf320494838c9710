import type { OfferView } from '../offers/offer-view.queries.ts'
import { clockIn, spanInWords } from '../offers/offers.words.ts'

/** What a screen shows. `quiet`: it takes the place of the one before without a sound. */
type Text = { title: string; body: string; quiet?: true }

/** The need, where, and until when; nothing about who wants it. */
export const liveText = ({ town, headline, lines, expiresAt }: OfferView, timeZone: string): Text => {
  const until = clockIn(timeZone, expiresAt)
  return {
    title: town ? `A lead in ${town}, until ${until}` : `A lead for you, until ${until}`,
    body: [headline, ...lines.map(({ value }) => value)].join(' · '),
  }
}

type Lost = Pick<OfferView, 'headline' | 'offeredAt'> & { winner: { fullName: string }; endedAt: Date }

/** "Ann Lee took it at 2:05 PM", for whoever was slower. */
export const lostText = ({ winner, endedAt, offeredAt, headline }: Lost, timeZone: string): Text => ({
  title: `${winner.fullName} took it at ${clockIn(timeZone, endedAt)}`,
  body: `After ${spanInWords(endedAt.getTime() - offeredAt.getTime())} · ${headline}`,
  quiet: true,
})
