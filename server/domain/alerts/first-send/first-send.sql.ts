import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { whereCriteria } from '../preview.sql.ts'
import type { Criteria } from '../searches.schema.ts'
import { MOST_FIRST, SHOWN_DAYS } from './first-send.words.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing', 'listing_event', 'listing_feed_entry', 'contact', 'outbox_mail'] as const

const COUNT_CAP = 1_001
/** Older than the longest hold-up of the feed: what happened before has been read by a run. */
const UNREAD_DAYS = 3

/** Homes that fit now, without those that the search has shown its contact of late. */
const fittingNow = (criteria: Criteria, searchId: string | null, now: Date) => Prisma.sql`
  SELECT id, modification_timestamp FROM listing
   WHERE ${whereCriteria(criteria)} AND id NOT IN (
     SELECT line.listing_id
       FROM saved_search s
       JOIN contact p ON p.id = s.contact_id
       JOIN alert_mail m ON m.recipient = p.email AND s.id = ANY(m.search_ids)
       JOIN outbox_mail o ON o.id = m.id AND o.state IN ('queued', 'sending', 'sent', 'unknown')
      CROSS JOIN LATERAL unnest(m.search_ids, m.listing_ids) AS line(search_id, listing_id)
      WHERE s.id = ${searchId}::uuid AND line.search_id = s.id
        AND m.slot > ${new Date(now.getTime() - SHOWN_DAYS * 86_400_000)})`

/** How many homes a first mail would tell of, counted up to 1,001. */
export async function countFirstHomes(db: Db, criteria: Criteria, searchId: string | null, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${fittingNow(criteria, searchId, now)} LIMIT ${COUNT_CAP}) AS fits`
  return row?.count ?? 0
}

export type FirstHome = {
  listingId: string
  /** The last thing that happened to it: what the line of the mail hangs on. */
  eventId: string
  /** What happened to it and no run has read yet: the first mail tells of the home as it is after that. */
  unread: string[]
}

/** The homes of a first mail, the newest first, one more than it may tell of; one statement, so that all is one moment. */
export const findFirstHomes = (tx: Db, criteria: Criteria, searchId: string, now: Date): Promise<FirstHome[]> =>
  tx.$queryRaw<FirstHome[]>`
    WITH fits AS MATERIALIZED (${fittingNow(criteria, searchId, now)} ORDER BY modification_timestamp DESC, id DESC
                               LIMIT ${MOST_FIRST + 1})
    SELECT fits.id::text AS "listingId", last.id::text AS "eventId", unread.ids AS unread
      FROM fits
     CROSS JOIN LATERAL (SELECT e.id FROM listing_event e
                          WHERE e.listing_id = fits.id AND e.kind <> 'Open House' ORDER BY e.id DESC LIMIT 1) last
     CROSS JOIN LATERAL (
       SELECT coalesce(array_agg(e.id::text), '{}') AS ids
         FROM listing_event e LEFT JOIN listing_feed_entry f ON f.event_id = e.id
        WHERE e.listing_id = fits.id AND e.recorded_at > ${new Date(now.getTime() - UNREAD_DAYS * 86_400_000)}
          AND (f.position IS NULL OR f.position > (SELECT coalesce(max(position), 0) FROM feed_reader WHERE name = 'alerts'))
     ) unread
     ORDER BY fits.modification_timestamp DESC, fits.id DESC`
