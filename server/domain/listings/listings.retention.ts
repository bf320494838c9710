import type { Sweep } from '#server/sweep.ts'

/** Places in the feed that every reader has passed. The last one stays: the next is numbered after it. */
export const sweepFeed: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM listing_feed_entry WHERE position IN (
    SELECT position FROM listing_feed_entry
     WHERE numbered_at < ${before}
       AND position <= (SELECT coalesce(min(position), 0) FROM feed_reader)
       AND position < (SELECT max(position) FROM listing_feed_entry)
     ORDER BY position LIMIT ${limit})`
