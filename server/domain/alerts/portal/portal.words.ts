/** RESO ContactListingPreference. */
export const VERDICTS = ['Favorite', 'Possible', 'Discard'] as const
export type Verdict = (typeof VERDICTS)[number]
