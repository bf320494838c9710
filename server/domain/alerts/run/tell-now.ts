import type { AlertRole, SearchEventKind } from '#server/generated/prisma/enums.ts'
import { EVENT_KINDS } from '../matching/event-kinds.ts'
import { type Matches, personAt } from '../matching/matcher.ts'
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

const byText = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)

/** In the order of addresses: rows that come in the order of an index are written in about half the time. */
function groupByRecipient({ people, searches, pairs }: Matches) {
  const addresses = Array.from({ length: people.recipient.length }, (_, person) => people.recipient.at(person) ?? '')
  const inOrder = Int32Array.from(addresses.keys()).sort((a, b) => byText(addresses[a], addresses[b]))
  const groupOf = new Int32Array(addresses.length)
  let count = 0
  for (const [at, person] of inOrder.entries()) {
    if (at > 0 && addresses[person] !== addresses[inOrder[at - 1] ?? -1]) count += 1
    groupOf[person] = count
  }
  return groupPlaces(
    pairs.search.map((search) => groupOf[searches.person[search] ?? 0] ?? 0),
    addresses.length === 0 ? 0 : count + 1,
  )
}

/** The match at a place, in words. */
export function lineAt({ events, searches, pairs }: Matches, place: number): Line | null {
  const search = pairs.search[place] ?? -1
  const event = events[pairs.event[place] ?? -1]
  const [searchId, version] = [searches.searchId.at(search), searches.version[search]]
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
    const person = personAt(people, searches.person[pairs.search[places[0] ?? -1] ?? -1] ?? -1)
    const lines = [...places].flatMap((place) => lineAt(matches, place) ?? [])
    if (person) yield { ...person, role: 'person', lines }
  }
}
