import type { Db } from '#server/db.ts'
import type { SearchEventKind } from '#server/generated/prisma/enums.ts'
import type { IdList, TextList } from './packed.ts'

/** A stretch of the listing feed: after `from`, up to and including `to`. */
export type FeedWindow = { from: bigint; to: bigint }

/** One search wants one home because of one event. */
export type Match = {
  searchId: string
  version: number
  eventId: string
  listingId: string
  kind: SearchEventKind
  /** The person's address, in lower case. */
  recipient: string
  contactId: string
}

type Ints = Int32Array<ArrayBuffer>

/**
 * What was found in a window, in columns: a million matches as objects, or half a million ids as texts, would fill the
 * heap. Match i is that search `pairs.search[i]` wants event `pairs.event[i]`, which is `EVENT_KINDS[pairs.kind[i]]` to it.
 */
export type Matches = {
  /** How many searches were held against the window. */
  held: number
  events: { eventId: string; listingId: string }[]
  /** Only those that want something. `person` is a place in `people`. */
  searches: { searchId: IdList; version: Ints; person: Ints }
  people: { recipient: TextList; contactId: IdList }
  pairs: { event: Ints; search: Ints; kind: Uint8Array<ArrayBuffer> }
}

/** Somebody of the people of matches. */
export function personAt(people: Matches['people'], place: number) {
  const [recipient, contactId] = [people.recipient.at(place), people.contactId.at(place)]
  return recipient === undefined || contactId === undefined ? undefined : { recipient, contactId }
}

/** Finds all matches of a window, on the snapshot of `tx`. It reads, and writes nothing. */
export type Matcher = (tx: Db, window: FeedWindow) => Promise<Matches>
