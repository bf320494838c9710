import type { QualityStreamName } from './quality.words.ts'

/** Streams as the database calls them. */
export const STREAM_LABELS = {
  people: 'people',
  contacts: 'contacts',
  listings: 'listings',
  savedSearches: 'saved_searches',
  mails: 'mails',
  legacy: 'legacy',
} as const satisfies Record<QualityStreamName, string>
