import type { Db } from '#server/db.ts'
import type { FeedWindow } from '../matching/matcher.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing_feed_entry', 'listing_event', 'listing', 'open_house'] as const

/**
 * Keeps what a run sees: each event of its window with the home as it stands, and whose work the run's snapshot holds.
 * All columns but the two long ones that no criterion looks at: a criterion of tomorrow must not be missing here.
 */
export async function recordSights(tx: Db, runId: string, { from, to }: FeedWindow): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO alert_sight (event_id, run_id, home, visit_is_open)
    SELECT e.id, ${runId}::uuid, jsonb_strip_nulls(to_jsonb(l) - ARRAY['public_remarks', 'photo_urls']),
           o.id IS NULL OR (o.open_house_status = 'Active' AND o.open_house_end_time > now())
      FROM listing_feed_entry f
      JOIN listing_event e ON e.id = f.event_id
      JOIN listing l ON l.id = e.listing_id
      LEFT JOIN open_house o ON o.id = e.open_house_id
     WHERE f.position > ${from} AND f.position <= ${to}
    ON CONFLICT (event_id) DO NOTHING`
  await tx.$executeRaw`
    UPDATE alert_run SET snapshot = pg_current_snapshot()::text, matched_at = now(),
           cluster = (SELECT system_identifier FROM pg_control_system())
     WHERE id = ${runId}::uuid`
}
