import type { AlertRole, SearchEventKind } from '#server/generated/prisma/enums.ts'
import { EVENT_KINDS } from '../matching/event-kinds.ts'
import type { Matches } from '../matching/matcher.ts'
import { groupPlaces } from './grouping.ts'

/** Why a home is told: this search, in this version, wanted this event. */
export type Line = { searchId: string; version: number; eventId: string; listingId: string; kind: SearchEventKind }

/** What one person is told in one mail. A person is an address: two contacts who share one get one mail. */
export type Telling = {
  recipient: string
  /** The contact that the mail is about; null for an agent who only reads along. */
  contactId: string | null
  /** What the address is to the searches of the lines. */
  role: AlertRole
  lines: Line[]
  /** Searches of which the address only gets a copy. */
  copied?: readonly string[]
  /** The run that found it, where it was not this one; a first send was found by none. */
  foundIn?: { runId: string | null }
}

/** In the order of addresses: rows that come in the order of an index are written in about half the time. */
function groupByRecipient({ people, searches, pairs }: Matches) {
  const recipients = [...new Set(people.map(({ recipient }) => recipient))].sort()
  const groups = new Map(recipients.map((recipient, group) => [recipient, group]))
  const groupOfPerson = people.map(({ recipient }) => groups.get(recipient) ?? 0)
  const groupOfSearch = Int32Array.from(searches.person, (person) => groupOfPerson[person] ?? 0)
  return groupPlaces(
    pairs.search.map((search) => groupOfSearch[search] ?? 0),
    recipients.length,
  )
}

/** The match at a place, in words. */
export function lineAt({ events, searches, pairs }: Matches, place: number): Line | null {
  const search = pairs.search[place] ?? -1
  const event = events[pairs.event[place] ?? -1]
  const [searchId, version] = [searches.searchId[search], searches.version[search]]
  const kind = EVENT_KINDS[pairs.kind[place] ?? -1]
  return event && kind && searchId !== undefined && version !== undefined ? { searchId, version, kind, ...event } : null
}

/**
 * Who is told what in this run: of all that was found, everything, at once. The seam between finding and writing: what
 * has to wait for its day or for somebody's word is left out here, and what has waited long enough is added.
 */
export function* tellNow(matches: Matches): Generator<Telling> {
  const { count, placesOf } = groupByRecipient(matches)
  const { people, searches, pairs } = matches
  for (let group = 0; group < count; group += 1) {
    const places = placesOf(group)
    const person = people[searches.person[pairs.search[places[0] ?? -1] ?? -1] ?? -1]
    const lines = [...places].flatMap((place) => lineAt(matches, place) ?? [])
    if (person) yield { ...person, role: 'person', lines }
  }
}
