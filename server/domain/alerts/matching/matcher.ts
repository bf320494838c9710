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

/** Finds all matches of a window, on one snapshot. Pure in effect: it reads, and writes nothing. */
export type Matcher = (tx: Db, window: FeedWindow) => Promise<Match[]>
