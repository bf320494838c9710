import type { Db } from '#server/db.ts'
import type { FeedWindow } from '../matching/matcher.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing_feed_entry', 'listing_event', 'contact'] as const

/** How many events and how many different homes a window holds. */
export async function countWindow(tx: Db, { from, to }: FeedWindow): Promise<{ events: number; changed: number }> {
  const [row] = await tx.$queryRaw<{ events: number; changed: number }[]>`
    SELECT count(*)::int AS events, count(DISTINCT e.listing_id)::int AS changed
      FROM listing_feed_entry f JOIN listing_event e ON e.id = f.event_id
     WHERE f.position > ${from} AND f.position <= ${to}`
  return row ?? { events: 0, changed: 0 }
}

/** Searches that a run evaluates: switched on, with somebody to write to. */
export async function countActiveSearches(tx: Db): Promise<number> {
  const [row] = await tx.$queryRaw<{ searches: number }[]>`
    SELECT count(*)::int AS searches FROM saved_search s
      JOIN contact p ON p.id = s.contact_id AND p.removed_at IS NULL AND p.email IS NOT NULL
     WHERE s.active_yn AND s.removed_at IS NULL`
  return row?.searches ?? 0
}
