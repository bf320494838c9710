/** What one can look through in an evening; more is a catalogue, and reads like one. */
export const MOST_FIRST = 25
/** A home that a mail of the same search has shown within these days is not sent to begin with. */
export const SHOWN_DAYS = 90

const homes = (count: number) => (count === 1 ? 'home' : 'homes')
/** Counted up to a thousand. */
export const countInWords = (count: number) => (count > 1_000 ? '1,000+' : count.toLocaleString('en-US'))

/** Why a first mail is refused, and what to do; null when it may be sent. */
export function tooManyInWords(count: number): string | null {
  if (count <= MOST_FIRST) return null
  return `${countInWords(count)} homes match now, and a first mail tells of ${MOST_FIRST} at most. Narrow the search, or start silent: then they hear of each change from now on.`
}

/** "14 homes" */
export const homesInWords = (count: number) => `${countInWords(count)} ${homes(count)}`
