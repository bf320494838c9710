import type { Db } from '#server/db.ts'
import type { SearchEventKind } from '#server/generated/prisma/enums.ts'

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

/**
 * What was found in a window, in columns: a million matches as objects would fill the heap. Match i is that search
 * `pairs.search[i]` wants event `pairs.event[i]`, which is `EVENT_KINDS[pairs.kind[i]]` to it.
 */
export type Matches = {
  /** How many searches were held against the window. */
  held: number
  events: { eventId: string; listingId: string }[]
  /** Only those that want something. `person` is a place in `people`. */
  searches: { searchId: string[]; version: number[]; person: number[] }
  people: { recipient: string; contactId: string }[]
  pairs: { event: Int32Array<ArrayBuffer>; search: Int32Array<ArrayBuffer>; kind: Uint8Array<ArrayBuffer> }
}

/** Finds all matches of a window, on the snapshot of `tx`. It reads, and writes nothing. */
export type Matcher = (tx: Db, window: FeedWindow) => Promise<Matches>
