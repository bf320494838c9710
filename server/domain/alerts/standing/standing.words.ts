/** What can be the matter with a search, each judged alone. */
export const LANES = ['Ignored', 'NothingFound', 'TooBroad'] as const
export type Lane = (typeof LANES)[number]

/** RESO's words for where a search stands, those that a warning can have. */
export const STAGES = [
  'InitialIgnoredWarning',
  'FinalIgnoredWarning',
  'Ignored',
  'NoListingsFoundWarning',
  'NoListingsFound',
  'OverLimit',
] as const
export type Stage = (typeof STAGES)[number]
export const isStage = (reason: string | null): reason is Stage => STAGES.some((stage) => stage === reason)

/** How often a search writes, after "it writes". */
export const CADENCE_SAID = {
  Instant: 'at once',
  Daily: 'once a day',
  Weekly: 'once a week',
  Monthly: 'once a month',
} as const
