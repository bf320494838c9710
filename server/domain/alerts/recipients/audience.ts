import { type Matches, personAt } from '../matching/matcher.ts'
import type { AddressRhythm } from '../rhythm/hold-back.ts'
import { lineAt, type Telling } from '../run/tell-now.ts'

/** Who is on searches besides their contacts. Only what differs from "the contact alone": most searches stand in none. */
export type Audience = {
  /** Addresses of further recipients by search, in lower case: those who have neither left nor paused. */
  further: ReadonlyMap<string, readonly string[]>
  /** Where further recipients live, and when they sleep. */
  addresses: ReadonlyMap<string, AddressRhythm>
  /** Searches that their own contact has left, while others go on. */
  left: ReadonlySet<string>
  /** The address of the agent who reads along, by search. */
  copies: ReadonlyMap<string, string>
}

/**
 * What further recipients are told of what was found, as `tellNow` says it for contacts: one telling an address. Of
 * searches where an agent looks first nothing: what waits for a word waits once, not for each of them.
 */
export function tellFurther(matches: Matches, { further }: Audience, waitsForWord: (id: string) => boolean): Telling[] {
  if (further.size === 0) return []
  const { searches, people, pairs } = matches
  const addressesOf = Array.from(searches.searchId, (id) => (waitsForWord(id) ? undefined : further.get(id)))
  const tellings = new Map<string, Telling>()
  for (const [place, search] of pairs.search.entries()) {
    const addresses = addressesOf[search]
    const person = addresses && personAt(people, searches.person[search] ?? -1)
    const line = person && lineAt(matches, place)
    if (!line) continue
    for (const recipient of addresses) {
      if (recipient === person.recipient) continue
      const telling = tellings.get(recipient)
      if (telling) telling.lines.push(line)
      else tellings.set(recipient, { recipient, contactId: person.contactId, role: 'further', lines: [line] })
    }
  }
  return [...tellings.values()]
}

/** Tells contacts nothing more of searches that they have left; `keep` says of which the lines are needed all the same. */
export function withoutLeft(
  tellings: Iterable<Telling>,
  left: ReadonlySet<string>,
  keep: (searchId: string) => boolean,
): Iterable<Telling> {
  return left.size === 0 ? tellings : leaveAlone(tellings, (searchId) => left.has(searchId) && !keep(searchId))
}

function* leaveAlone(tellings: Iterable<Telling>, isLeft: (searchId: string) => boolean): Generator<Telling> {
  for (const telling of tellings) {
    const lines = telling.lines.filter(({ searchId }) => !isLeft(searchId))
    if (lines.length > 0) yield lines.length === telling.lines.length ? telling : { ...telling, lines }
  }
}

/** What an agent approved for the contact of a search goes to everybody who is on it by now. */
export const tellApproved = (approved: readonly Telling[], { further }: Audience): Telling[] =>
  approved.flatMap((telling) => {
    const [first] = telling.lines
    const addresses = (first && further.get(first.searchId)) ?? []
    return addresses
      .filter((recipient) => recipient !== telling.recipient)
      .map((recipient): Telling => ({ ...telling, recipient, role: 'further' }))
  })
