/** What can be wrong with the old engine; each can be switched on for some searches, or for a run. */
export const DEFECTS = [
  /** Leaves the first home out of a mail. */
  'misses-home',
  'sends-twice',
  /** Writes for searches that are switched off. */
  'ignores-inactive',
  /** Works with the price that the home had before. */
  'stale-price',
  /** "Up to 500,000" without the 500,000. */
  'exclusive-bound',
  'ignores-beds',
  'ignores-type',
  'ignores-town',
  /** Writes to the address that it first knew. */
  'old-address',
  /** Shows homes that the seller keeps off the internet. */
  'sends-hidden',
  /** Logs New York's wall clock as if it were UTC. */
  'wrong-clock',
  /** Still has searches that were deleted. */
  'deleted-search',
  /** Tells of a sale as of a new home. */
  'sends-sold',
  /** Puts five homes into a mail, and forgets the others. */
  'cuts-off',
  /** Tells of any change, asked for or not. */
  'ignores-events',
] as const
export type Defect = (typeof DEFECTS)[number]
