import type { Telling } from './tell-now.ts'

export type Unwanted = {
  /** "<address> <listing>": what that person has said no to. */
  discarded: ReadonlySet<string>
  /** Searches that rest, as their people asked. */
  paused: ReadonlySet<string>
}

/** Tells nobody of a home they have said no to, nor for a search that they let rest. Who has nothing left gets no mail. */
export function* leaveOut(tellings: Iterable<Telling>, { discarded, paused }: Unwanted): Generator<Telling> {
  for (const telling of tellings) {
    const lines = telling.lines.filter(
      ({ searchId, listingId }) => !paused.has(searchId) && !discarded.has(`${telling.recipient} ${listingId}`),
    )
    if (lines.length > 0) yield { ...telling, lines }
  }
}
