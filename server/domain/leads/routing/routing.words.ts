import type { DOORS, LEAD_TYPES } from '../doors/doors.words.ts'

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
  always: 'day and night',
  'office-hours': 'in office hours',
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

/** A choice for all rules at once. */
export const SKIPS_BUSY = {
  label: 'Skip agents who are in an appointment',
  off: 'Ask agents who are in an appointment',
  says: 'Whoever is in an appointment is not asked for a lead that waits minutes. What is given without asking comes to them as ever.',
  offSays: 'Whoever is in an appointment is asked like everybody else, and may let it run out.',
} as const

/** Why somebody did not get a lead. The first group could not; the second could, and somebody else was chosen. */
export const WHY_NOT = [
  ...(['left', 'role', 'asked-already', 'paused', 'away', 'vacation', 'off-hours', 'in-appointment'] as const),
  ...(['not-covering', 'price-band', 'full', 'had-share'] as const),
  ...(['other-turn', 'lower-score', 'other-drawn', 'after-another'] as const),
] as const
export type WhyNot = (typeof WHY_NOT)[number]
/** To the agent: "You did not get it: …". */
export const WHY_NOT_YOURS: Record<WhyNot, string> = {
  left: 'you were not working here any more',
  role: 'your role takes no leads from a group',
  'asked-already': 'you had been asked for it before',
  paused: 'you were paused',
  away: 'you had set yourself to away, or were set to away after missed offers',
  vacation: 'it came in your vacation',
  'off-hours': 'it came outside of your working hours',
  'in-appointment': 'you were in an appointment, and it waited for an answer within minutes',
  'not-covering': 'the home is outside of the towns, zips and areas that you cover',
  'price-band': 'the price is outside of the band that you take',
  full: 'you had as many open leads as you want to have',
  'had-share': 'you had more than twice an even share of the last 30 days, so others went first',
  'other-turn': "you could have had it, and it was somebody else's turn",
  'lower-score': 'you could have had it, and somebody else had more points',
  'other-drawn': 'you could have had it, and the draw by shares fell to somebody else',
  'after-another': 'you could have had it, and somebody stood before you in the order',
}
/** About somebody else: "Ann Lee: …". */
export const WHY_NOT_SAID: Record<WhyNot, string> = {
  left: 'has left',
  role: 'has a role that takes no leads from a group',
  'asked-already': 'was asked before',
  paused: 'is paused',
  away: 'is away',
  vacation: 'is on vacation',
  'off-hours': 'is not working at this hour',
  'in-appointment': 'is in an appointment',
  'not-covering': 'does not cover the place',
  'price-band': 'does not take this price',
  full: 'has as many open leads as they want',
  'had-share': 'had more than twice an even share of the last 30 days',
  'other-turn': "could have had it; it was somebody else's turn",
  'lower-score': 'could have had it; somebody else had more points',
  'other-drawn': 'could have had it; the draw fell to somebody else',
  'after-another': 'could have had it; somebody stood before them',
}

export const TERMS = ['area', 'price', 'load', 'record', 'rest'] as const
export type TermName = (typeof TERMS)[number]
/** What each part of a score is for, and how many points it can bring. */
export const TERM_WORDS: Record<TermName, { label: string; most: number; says: string }> = {
  area: { label: 'Knows the place', most: 20, says: '20 when the place is among those they cover by name' },
  price: { label: 'Price band', most: 10, says: '10 when the price lies in a band they have set' },
  load: { label: 'Room for it', most: 30, says: '30 with no open lead, less with each one' },
  record: {
    label: 'Answers offers',
    most: 30,
    says: 'the share of offers of 90 days that they accepted or passed; a pass counts as an answer',
  },
  rest: { label: 'Waited longest', most: 10, says: '10 for a week without a lead, less when the last one is fresh' },
}
/** The cap of the score, in words. */
export const CAP_SAID =
  'However good the record: who took more than twice an even share of the last 30 days stands back until the others have caught up. What they passed or missed does not count, and three leads are always allowed.'

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

/** Lines that stand before all rules and can not be taken away; their ids stand where a rule's would. */
export const BUILT_IN_LINES = {
  relationship: {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Known clients',
    says: 'Whoever has an agent here goes to that agent, before all rules, as long as the agent works here.',
  },
  named: {
    id: '00000000-0000-4000-8000-000000000002',
    name: 'Named by the source',
    says: 'Where a trusted source names the agent, that agent has it.',
  },
} as const

const BUILT_IN_SAYS = {
  relationship: BUILT_IN_LINES.relationship.says,
  'named-by-source': BUILT_IN_LINES.named.says,
} as const
