import type { DOORS, LEAD_TYPES } from '../doors/doors.words.ts'
import { BUILT_IN_LINES } from './lines.words.ts'

// Apart from the schemas: a page that only shows a word would load all of zod with it.
export type LeadTypeName = (typeof LEAD_TYPES)[number]
export const LEAD_TYPE_WORDS: Record<LeadTypeName, string> = { Buyer: 'buyers', Seller: 'sellers', Renter: 'renters' }

export type DoorName = (typeof DOORS)[number]
/** "… that came by <these words>". */
export const DOOR_WORDS: Record<DoorName, string> = {
  own_page: 'our own pages',
  form: 'a form on another site',
  webhook: 'a webhook',
  email: 'mail',
  csv: 'a file',
  hand: 'hand',
  old_system: 'the old system',
}

/** From Monday, as people count working days. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]
export const WEEKDAY_WORDS: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

export const METHODS = [
  ...(['named', 'listing-agent', 'round-robin', 'weighted', 'score', 'first-to-claim', 'pond'] as const),
  'usual',
] as const
export type MethodKind = (typeof METHODS)[number]
export const METHOD_WORDS: Record<MethodKind, { label: string; says: string }> = {
  named: { label: 'One agent', says: 'always the same agent; when they can not, the next rule' },
  'listing-agent': {
    label: 'Listing agent',
    says: 'whoever lists the home; when nobody does or they can not, the next rule',
  },
  'round-robin': { label: 'Round robin', says: 'whose turn was longest ago; nobody is ever two turns ahead' },
  weighted: {
    label: 'By shares',
    says: 'each gets a share of the leads; the lead itself draws, so it can be drawn again',
  },
  score: {
    label: 'Best score',
    says: 'area, load and record in points that everybody can read; a cap keeps it from the same few',
  },
  'first-to-claim': { label: 'First to claim', says: 'everybody is asked at once, and the first has it' },
  pond: { label: 'Pond', says: 'nobody is asked; whoever has time takes it' },
  usual: {
    label: 'As usual',
    says: 'the listing agent, else the manager of the office of the town, else the default person',
  },
}

/** What can decide: a rule's method, or one of the lines that nobody wrote. */
export const LINES = [...METHODS, 'relationship', 'named-by-source'] as const
export type LineKind = (typeof LINES)[number]

/** What a line does, in a few words. */
export const lineSaid = (kind: LineKind): string =>
  kind === 'relationship' || kind === 'named-by-source' ? BUILT_IN_SAYS[kind] : METHOD_WORDS[kind].says

export const ROLES = ['owner', 'admin', 'manager', 'teamLead', 'agent', 'assistant'] as const

export const HAND_OVERS = ['assign', 'offer'] as const
export type HandOver = (typeof HAND_OVERS)[number]
export const HAND_OVER_WORDS: Record<HandOver, string> = {
  assign: 'has it at once',
  offer: 'is asked first',
}

export const LADDER_CLOCKS = ['always', 'office-hours'] as const
export type LadderClock = (typeof LADDER_CLOCKS)[number]
export const LADDER_CLOCK_WORDS: Record<LadderClock, string> = {
  always: 'Day and night',
  'office-hours': 'In office hours',
}

export const LADDER_ACTS = ['re-ping', 'next-agent', 'team-lead', 'manager', 'pond'] as const
export type LadderActName = (typeof LADDER_ACTS)[number]
export const LADDER_ACT_WORDS: Record<LadderActName, string> = {
  're-ping': 'ask once more',
  'next-agent': 'ask the next agent',
  'team-lead': 'the team lead',
  manager: 'the manager of the office',
  pond: 'into a pond',
}

/** Conditions that can stand for who lives somewhere. Each needs a reason that can be told to an auditor. */
export const GUARDED_CONDITIONS = ['price', 'citySlugs', 'postalCodes', 'areas'] as const
export type GuardedCondition = (typeof GUARDED_CONDITIONS)[number]
export const FAIR_HOUSING_WARNINGS: Record<GuardedCondition, string> = {
  price:
    'A price limit can give some neighborhoods slower service than others. Regulators have fined firms for it: say why it is needed, and look at the equal-service report each month.',
  citySlugs:
    'A town can stand for who lives there. Say why it is needed (who knows the place, where an office is), and look at the equal-service report each month.',
  postalCodes:
    'A zip code can stand for who lives there. Say why it is needed (who knows the place, where an office is), and look at the equal-service report each month.',
  areas:
    'A drawn line can stand for who lives behind it. Say why it is drawn there, and look at the equal-service report each month.',
}
export const REASON_NEEDED = 'Say why: a rule about price or place needs a reason that an auditor can read.'

/** Why a lead went where it went. */
export const DECIDED_BECAUSE = [
  'relationship',
  'named-by-source',
  'listing-agent',
  'town-office',
  'default',
  'rule',
] as const
export type DecidedBecause = (typeof DECIDED_BECAUSE)[number]

const BUILT_IN_SAYS = {
  relationship: BUILT_IN_LINES.relationship.says,
  'named-by-source': BUILT_IN_LINES.named.says,
} as const
