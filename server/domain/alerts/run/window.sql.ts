import type { Db } from '#server/db.ts'
import type { FeedWindow } from '../matching/matcher.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing_feed_entry', 'listing_event'] as const

/** How many events and how many different homes a window holds. */
export async function countWindow(tx: Db, { from, to }: FeedWindow): Promise<{ events: number; changed: number }> {
  const [row] = await tx.$queryRaw<{ events: number; changed: number }[]>`
    SELECT count(*)::int AS events, count(DISTINCT e.listing_id)::int AS changed
      FROM listing_feed_entry f JOIN listing_event e ON e.id = f.event_id
     WHERE f.position > ${from} AND f.position <= ${to}`
  return row ?? { events: 0, changed: 0 }
}
