import { CHANNEL_WORDS, PASS_REASON_WORDS, spanInWords } from '#server/domain/leads/offers/offers.words.ts'
import type { LadderAct } from '#server/generated/prisma/enums.ts'
import type { LeadOffers } from '../_queries.ts'

type Offer = LeadOffers['offers'][number]
type Asked = Offer['people'][number]

const since = (from: Date, to: Date) => spanInWords(to.getTime() - from.getTime())

/** What somebody who was asked has done, after their name: "took it in Slack after 38 s". */
export function didInWords(asked: Asked, offer: Offer): string {
  const { askedAt, seenAt, extendedAt, passedAt, passReason, missedAt, wonAt } = asked
  const seen = seenAt ? `saw it after ${since(askedAt, seenAt)}` : 'has not seen it'
  if (wonAt) return `took it${offer.endedVia ? ` ${CHANNEL_WORDS[offer.endedVia]}` : ''} after ${since(askedAt, wonAt)}`
  if (passedAt) {
    const why = passReason ? `: ${PASS_REASON_WORDS[passReason].toLowerCase()}` : ''
    return `passed after ${since(askedAt, passedAt)}${why}`
  }
  const more = extendedAt ? ', and asked for ten minutes more' : ''
  if (missedAt) return `${seen}${more}, and let the time run out`
  if (offer.state === 'timedOut') return 'could not be reached in time'
  if (offer.state === 'withdrawn') return `${seen}; then it was given to somebody by hand`
  if (offer.endedAt) return `${seen}; somebody was faster`
  return `${seen}${seenAt ? '' : ' yet'}${more}`
}

/** What a step of the ladder will do. */
export const ACT_TO_COME: Record<LadderAct, string> = {
  rePing: 'Ask once more',
  nextAgent: 'Ask the next agent',
  teamLead: 'Ask the team lead',
  manager: 'Ask the manager of the office',
  pond: 'Put it into a pond',
  fallback: 'Give it to the default person',
}
