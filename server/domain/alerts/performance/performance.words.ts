/** Weeks that one may look back: the latest, half a year, a year. */
export const SPANS = [12, 26, 52] as const
