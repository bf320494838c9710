import { EVENT_KINDS } from '../event-kinds.ts'
import { type Match, type Matches, personAt } from '../matcher.ts'

/** Matches as sorted lines that two matchers can be compared by. */
export const inWords = (matches: readonly Match[]) =>
  matches
    .map(({ searchId, eventId, kind, version, listingId, recipient, contactId }) =>
      [searchId, eventId, kind, version, listingId, recipient, contactId].join(' '),
    )
    .sort()

/** The same of packed ones. */
export function linesOf({ events, searches, people, pairs }: Matches): string[] {
  const lines = [...pairs.search].flatMap((search, at) => {
    const [event, kind] = [events[pairs.event[at] ?? -1], EVENT_KINDS[pairs.kind[at] ?? -1]]
    const person = personAt(people, searches.person[search] ?? -1)
    const [searchId, version] = [searches.searchId.at(search), searches.version[search]]
    return event && kind && person && searchId && version ? [{ ...event, ...person, kind, searchId, version }] : []
  })
  return inWords(lines)
}
