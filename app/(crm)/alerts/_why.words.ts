import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '#server/trpc/root.ts'
import type { Tone } from '../../_ui/tone.ts'
import { stateOf } from './_states.words.ts'

type Outputs = inferRouterOutputs<AppRouter>['alerts']
export type WhyHome = Outputs['whyHome']
export type WhySearch = WhyHome['searches'][number]
export type NextMail = Outputs['nextMail']
/** The answer for a person, with what the search holds against the home. */
export type Answer = Why & Pick<WhySearch, 'checks'>
type Why = WhySearch['others'][number]['why']
type Kind = Extract<Why, { answer: 'told' }>['told']['kind']
export type Check = WhySearch['checks'][number]

const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'America/New_York' })

/** `tone` and `label` for the badge, `says` for the line beside it. */
type Said = { tone: Tone; label: string; says: string }

export const KIND_WORDS: Record<Kind, string> = {
  New: 'new',
  PriceDrop: 'reduced',
  BackOnMarket: 'back on the market',
  MovedIntoRange: 'now in their price range',
  StatusChange: 'with a new status',
  OpenHouse: 'open to visit',
  MatchesNow: 'a match now',
}

const HAPPENED: Record<Extract<Why, { answer: 'not-asked' }>['happened'][number], string> = {
  New: 'it was listed',
  PriceChange: 'its price changed',
  BackOnMarket: 'it came back on the market',
  StatusChange: 'its status changed',
  OpenHouse: 'an open house was set',
}

export const CRITERION_WORDS: Record<Check['criterion'], string> = {
  area: 'Where',
  status: 'Status',
  price: 'Price',
  bedrooms: 'Beds',
  bathrooms: 'Baths',
  livingArea: 'Inside',
  lotSize: 'Lot',
  yearBuilt: 'Built',
  propertyType: 'Type',
  propertySubType: 'Kind',
  features: 'Features',
  keywords: 'Words',
}

const HELD_BACK: Record<string, string> = {
  unsubscribed: 'they asked for no more mails',
  bounced: 'mails to their address come back',
  complained: 'they reported a mail as unwanted',
}
export const STOPPED_WORDS: Record<string, string> = {
  'no-address': 'They have no e-mail address, so no mail can reach them.',
  unsubscribed: 'They asked for no more mails. Whatever fits, none is sent.',
  bounced: 'Mails to their address come back. Whatever fits, none is sent.',
  complained: 'They reported a mail as unwanted. Whatever fits, none is sent.',
}

function toldWords({ told }: Extract<Why, { answer: 'told' }>): Said {
  if (told.kind === 'MatchesNow' && told.mail?.state === 'sent')
    return {
      tone: 'good',
      label: 'Told',
      says: `It was in the first send of ${day.format(told.at)}, with what fitted then.`,
    }
  const as = KIND_WORDS[told.kind]
  if (!told.mail) return { tone: 'good', label: 'Told', says: `Another alert of theirs told them that it is ${as}.` }
  switch (told.mail.state) {
    case 'sent':
      return { tone: 'good', label: 'Told', says: `A mail told them that it is ${as}.` }
    case 'suppressed': {
      const why = HELD_BACK[told.mail.suppressedReason ?? ''] ?? 'it was no longer true when the mail was due'
      return { tone: 'warning', label: 'Held back', says: `The mail was not sent: ${why}.` }
    }
    case 'failed':
      return {
        tone: 'bad',
        label: 'Not delivered',
        says: 'The mail could not be delivered. Operations can send it again.',
      }
    default:
      return { tone: 'waiting', label: 'On its way', says: `A mail that it is ${as} is in the outbox.` }
  }
}

const WAITS: Record<Extract<Why, { answer: 'waits' }>['reason'], string> = {
  cadence: 'It was found, and waits for the day on which this alert writes.',
  quiet: 'It was found, and waits until they are up.',
  approval: 'It was found, and waits for the word of an agent, under “To approve”.',
  firstSend: 'It is in the first mail, which leaves with the next run.',
}
const DROPPED: Record<string, string> = {
  'not-approved': 'It was found, and no agent approved it in time.',
  skipped: 'It was found, and an agent skipped it.',
  'search-off': 'It was found, and the alert was switched off before its day came.',
  left: 'It was found, and they had left or paused before its hour came.',
  replaced: 'A later first send took its place.',
  'nobody-to-tell': 'It was found, and there was no address to write to when its day came.',
}

/** Why a search told of a home, or why not, in one line that an agent can say on the phone. */
export function sayWhy(why: Answer): Said {
  switch (why.answer) {
    case 'told':
      return toldWords(why)
    case 'waits':
      return { tone: 'waiting', label: 'Waits', says: WAITS[why.reason] }
    case 'dropped':
      return {
        tone: 'warning',
        label: 'Not told',
        says: DROPPED[why.because] ?? 'It was found, and nobody is told any more.',
      }
    case 'left':
      return {
        tone: 'neutral',
        label: 'Left',
        says: `They left this alert on ${day.format(why.at)}; it goes on for others.`,
      }
    case 'rejected':
      return {
        tone: 'neutral',
        label: 'Rejected',
        says: 'They said no to this home, so they are never told of it again.',
      }
    case 'paused':
      return { tone: 'neutral', label: 'Paused', says: 'They had paused this alert when the home made news.' }
    case 'off':
      return {
        tone: 'neutral',
        label: 'Off',
        says: `${stateOf({ activeYN: false, reason: why.reason, reasonNote: null, stopped: null }).why ?? 'The alert is off'}.`,
      }
    case 'withheld':
      return {
        tone: 'neutral',
        label: 'Withheld',
        says: 'Its seller keeps it off the internet, so no mail may show it.',
      }
    case 'differs': {
      const failing = why.checks.filter(({ holds }) => !holds)
      const [first] = failing
      const others = failing.length > 1 ? `, and ${failing.length - 1} more` : ''
      const says = first ? `${CRITERION_WORDS[first.criterion]}: asks ${first.asked}, has ${first.has}${others}.` : ''
      return { tone: 'neutral', label: 'Does not fit', says }
    }
    case 'next-run':
      return {
        tone: 'waiting',
        label: 'In the next run',
        says: `It is ${KIND_WORDS[why.kind]}, and the next run tells them.`,
      }
    case 'fits-since':
      return {
        tone: 'warning',
        label: 'Fits since',
        says: 'It fits now, and did not when it made news: the home or the alert has changed since.',
      }
    case 'not-asked':
      return {
        tone: 'neutral',
        label: 'Not asked for',
        says: `It fits, and all that happened is that ${why.happened.map((kind) => HAPPENED[kind]).join(' and ')}.`,
      }
    case 'nothing-new':
      return {
        tone: 'neutral',
        label: 'No news',
        says: 'It fits, and nothing happened to it since the alert was set up.',
      }
  }
}
