import type { SearchEventKind } from '#server/generated/prisma/enums.ts'

/** The database's words for what an event is to a search. */
export const KIND_WORDS = {
  New: 'New',
  PriceDrop: 'Price Drop',
  BackOnMarket: 'Back On Market',
  MovedIntoRange: 'Moved Into Range',
  StatusChange: 'Status Change',
  OpenHouse: 'Open House',
  MatchesNow: 'Matches Now',
} as const satisfies Record<SearchEventKind, string>

/** Kinds by their place: packed matches carry the place. */
export const EVENT_KINDS = [
  'New',
  'PriceDrop',
  'BackOnMarket',
  'MovedIntoRange',
  'StatusChange',
  'OpenHouse',
  'MatchesNow',
] as const
