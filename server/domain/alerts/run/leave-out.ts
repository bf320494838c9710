import type { Telling } from './tell-now.ts'

export type Unwanted = {
  /** "<address> <listing>": what that person has said no to. */
  discarded: ReadonlySet<string>
  /** Searches that rest, as their people asked. */
  paused: ReadonlySet<string>
  /** "<search> <event>": what a first send has told already. */
  covered: ReadonlySet<string>
}

/**
 * Tells nobody of a home they have said no to, nor for a search that they let rest, nor of what a first send has told.
 * Who has nothing left gets no mail. What waits for an agent's word on behalf of several people is theirs to leave out
 * when it is told.
 */
export function* leaveOut(
  tellings: Iterable<Telling>,
  { discarded, paused, covered }: Unwanted,
  waitsForAll: (searchId: string) => boolean = () => false,
): Generator<Telling> {
  for (const telling of tellings) {
    // A pause on the search is its contact's own; who was added has one of their own.
    const rests = (searchId: string) => telling.role === 'person' && paused.has(searchId)
    const lines = telling.lines.filter(
      ({ searchId, listingId, eventId, kind }) =>
        (kind === 'MatchesNow' || !covered.has(`${searchId} ${eventId}`)) &&
        (waitsForAll(searchId) || (!rests(searchId) && !discarded.has(`${telling.recipient} ${listingId}`))),
    )
    if (lines.length > 0) yield { ...telling, lines }
  }
}
