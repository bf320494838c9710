import { EVENT_KINDS } from './event-kinds.ts'
import type { Match, Matches } from './matcher.ts'
import { IdList, TextList } from './packed.ts'

/** Numbers what it is given in the order of the first sight. */
function numbering<T>() {
  const places = new Map<string, number>()
  const items: T[] = []
  const placeOf = (key: string, item: () => T) => {
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, items.length)
    return items.push(item()) - 1
  }
  return { items, placeOf }
}

/** Matches as the database returns them, in the columns that the run works on. */
export function packMatches(rows: readonly Match[], held: number): Matches {
  const events = numbering<Matches['events'][number]>()
  const people = numbering<{ recipient: string; contactId: string }>()
  const searches = numbering<{ searchId: string; version: number; person: number }>()
  const pairs = {
    event: new Int32Array(rows.length),
    search: new Int32Array(rows.length),
    kind: new Uint8Array(rows.length),
  }
  for (const [at, { searchId, version, eventId, listingId, kind, recipient, contactId }] of rows.entries()) {
    const person = people.placeOf(contactId, () => ({ recipient, contactId }))
    pairs.event[at] = events.placeOf(eventId, () => ({ eventId, listingId }))
    pairs.search[at] = searches.placeOf(searchId, () => ({ searchId, version, person }))
    pairs.kind[at] = EVENT_KINDS.indexOf(kind)
  }
  return {
    held,
    events: events.items,
    searches: {
      searchId: IdList.of(searches.items.map(({ searchId }) => searchId)),
      version: Int32Array.from(searches.items, ({ version }) => version),
      person: Int32Array.from(searches.items, ({ person }) => person),
    },
    people: {
      recipient: TextList.of(people.items.map(({ recipient }) => recipient)),
      contactId: IdList.of(people.items.map(({ contactId }) => contactId)),
    },
    pairs,
  }
}
