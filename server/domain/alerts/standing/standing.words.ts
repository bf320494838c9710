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
