// Apart from the schema: the menu of every page shows these.
export const AVAILABILITY_STATUSES = ['available', 'away', 'paused'] as const
export type AvailabilityStatusName = (typeof AVAILABILITY_STATUSES)[number]
export const AVAILABILITY_WORDS: Record<AvailabilityStatusName, { label: string; says: string }> = {
  available: { label: 'Available', says: 'New leads may come to you.' },
  away: { label: 'Away', says: 'No new leads come to you. Your clients and your listings still do.' },
  paused: { label: 'Paused', says: 'Your office gives you no new leads for now.' },
}

export const AVAILABILITY_REASONS = ['own', 'office', 'missedOffers'] as const
export type AvailabilityReasonName = (typeof AVAILABILITY_REASONS)[number]
export const REASON_WORDS: Record<AvailabilityReasonName, string> = {
  own: 'You said so.',
  office: 'Your office said so. Talk to your manager.',
  missedOffers: 'Three offers in a row ran out without a word from you. One tap, and you are back.',
}

/** Offers in a row that run out without a word, after which somebody is taken to be away. A pass is a word. */
export const MISSES_UNTIL_AWAY = 3
/** How long they are, unless they come back themselves. */
export const AWAY_AFTER_MISSES_HOURS = 24
