import type { Db, RootDb } from '#server/db.ts'
import type { ListingEventKind, StandardStatus } from '#server/generated/prisma/enums.ts'

/** Older than this, and nobody may say "nothing changed": a writer may be holding back what did. */
export const HORIZON_LIMIT_MS = 5 * 60_000

export type FeedEvent = {
  position: bigint
  eventId: string
  listingId: string
  kind: ListingEventKind
  fromPriceCents: bigint | null
  toPriceCents: bigint
  fromStatus: StandardStatus | null
  toStatus: StandardStatus
  occurredAt: Date
  recordedAt: Date
}

const ANALYZE_FROM = 1_000

/**
 * Gives every committed event that waits in the queue its place in the feed, and says how many there were.
 * An event is numbered when it can be seen, never when it was written: a writer who commits late gets a late place.
 */
export async function numberFeed(db: RootDb): Promise<number> {
  const numbered = await db.$transaction(
    async (tx) => {
      // One at a time, and the statement after the lock sees what the one before us has numbered.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('palmetto.listing_feed'))`
      return tx.$executeRaw`
        WITH moved AS (DELETE FROM listing_feed_queue RETURNING event_id, recorded_at)
        INSERT INTO listing_feed_entry (position, event_id)
        SELECT (SELECT coalesce(max(position), 0) FROM listing_feed_entry)
               + row_number() OVER (ORDER BY recorded_at, event_id), event_id
          FROM moved`
    },
    { isolationLevel: 'ReadCommitted' },
  )
  // Without statistics on what has just come in, the planner walks a large feed row by row.
  if (numbered >= ANALYZE_FROM) await db.$executeRaw`ANALYZE listing_feed_entry`
  return numbered
}

/** The last position in use; 0 while the feed is empty. */
export async function feedHead(tx: Db): Promise<bigint> {
  // Prisma's _max reads every entry there is: 40 ms after a year, in ticks with nothing to do as well.
  const last = await tx.listingFeedEntry.findFirst({ orderBy: { position: 'desc' }, select: { position: true } })
  return last?.position ?? 0n
}

/** The events after a position, in order. */
export async function readFeed(tx: Db, { after, limit }: { after: bigint; limit: number }): Promise<FeedEvent[]> {
  const entries = await tx.listingFeedEntry.findMany({
    where: { position: { gt: after } },
    orderBy: { position: 'asc' },
    take: limit,
    select: { position: true, eventId: true, event: { omit: { id: true, changeKey: true } } },
  })
  return entries.map(({ position, eventId, event }) => ({ position, eventId, ...event }))
}

/**
 * How far back the feed can be sure of itself, in milliseconds: the age of the oldest event that has no number yet, or
 * of the oldest open transaction that has written events which nobody can see. 0 when neither exists.
 */
export async function feedHorizon(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ ageMs: number }[]>`
    SELECT least(2147483647, ceil(1000 * greatest(0,
      (SELECT extract(epoch FROM clock_timestamp() - min(recorded_at)) FROM listing_feed_queue),
      (SELECT max(extract(epoch FROM clock_timestamp() - activity.xact_start))
         FROM pg_locks AS held JOIN pg_stat_activity AS activity ON activity.pid = held.pid
        WHERE held.relation = 'listing_event'::regclass AND held.granted
          AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND held.mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
          AND held.pid <> pg_backend_pid()))))::int AS "ageMs"`
  return row?.ageMs ?? 0
}
