/** Worst first. */
export const SEVERITIES = ['critical', 'serious', 'minor'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Tenths of a record that are lost to its worst open issue. */
export const LOST_TENTHS = { critical: 10, serious: 5, minor: 1 } as const satisfies Record<Severity, number>

export const SEVERITY_WORDS = {
  critical: { label: 'Critical', meaning: 'Somebody is not served, or is told something wrong.' },
  serious: { label: 'Serious', meaning: 'Work goes wrong because of it sooner or later.' },
  minor: { label: 'Minor', meaning: 'It looks careless, or slows somebody down.' },
} as const satisfies Record<Severity, { label: string; meaning: string }>

export const QUALITY_STREAMS = ['people', 'contacts', 'listings', 'savedSearches', 'mails', 'legacy'] as const
export type QualityStreamName = (typeof QUALITY_STREAMS)[number]

export const QUALITY_STREAM_WORDS = {
  people: { many: 'People', one: 'person' },
  contacts: { many: 'Contacts', one: 'contact' },
  listings: { many: 'Listings', one: 'listing' },
  savedSearches: { many: 'Saved searches', one: 'saved search' },
  mails: { many: 'Mails', one: 'mail' },
  legacy: { many: 'Old system', one: 'record of the old system' },
} as const satisfies Record<QualityStreamName, { many: string; one: string }>

/** As many records as one order may repair, take back, assign or mute. */
export const MOST_AT_ONCE = 1_000

/**
 * The share of a stream's records that nothing is wrong with, in percent: a record with a critical issue counts as lost,
 * one with a serious issue as half lost, one with a minor issue as a tenth lost; its worst issue counts, and what was
 * muted does not. Null for a stream without records. Never rounded up to 100 while something is lost.
 */
export function scoreOf({ records, lostTenths }: { records: number; lostTenths: number }): number | null {
  if (records === 0) return null
  const score = Math.max(0, 100 - (10 * lostTenths) / records)
  return lostTenths > 0 ? Math.min(99.9, Math.round(score * 10) / 10) : 100
}
