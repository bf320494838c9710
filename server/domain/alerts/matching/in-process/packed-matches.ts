import type { Matches } from '../matcher.ts'
import { type IdBytes, IdList, type TextBytes, TextList } from '../packed.ts'

/** Matches as they leave the thread: bytes and numbers, which are handed over and not copied. */
export type PackedMatches = Pick<Matches, 'held' | 'events' | 'pairs'> & {
  searches: { searchIds: IdBytes } & Pick<Matches['searches'], 'version' | 'person'>
  people: { contactIds: IdBytes; recipients: TextBytes }
}

/** What changes its owner with them. */
export const buffersOf = ({ searches, people, pairs }: PackedMatches): ArrayBuffer[] => [
  ...[searches.searchIds.buffer, searches.version.buffer, searches.person.buffer],
  ...[people.contactIds.buffer, people.recipients.bytes.buffer, people.recipients.ends.buffer],
  ...[pairs.event.buffer, pairs.search.buffer, pairs.kind.buffer],
]

/** The same, readable. */
export const openMatches = ({ held, events, searches, people, pairs }: PackedMatches): Matches => ({
  ...{ held, events, pairs },
  searches: { searchId: new IdList(searches.searchIds), version: searches.version, person: searches.person },
  people: { recipient: new TextList(people.recipients), contactId: new IdList(people.contactIds) },
})
