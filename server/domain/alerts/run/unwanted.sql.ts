import type { Db } from '#server/db.ts'
import type { Unwanted } from './leave-out.ts'

/** What a first send covers waits to be read by the next run; a feed that is held up for longer than this is an alarm. */
const COVERED_MS = 3 * 86_400_000

/** What people have said about the homes of a run and about their searches, on the run's own snapshot. */
export async function readUnwanted(tx: Db, listingIds: Iterable<string>, now: Date): Promise<Unwanted> {
  const homes = [...new Set(listingIds)]
  const discarded = await tx.$queryRaw<{ key: string }[]>`
    SELECT lower(email::text) || ' ' || listing_id AS key
      FROM contact_listing WHERE preference = 'Discard' AND listing_id = ANY(${homes}::uuid[])`
  const paused = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM saved_search WHERE paused_until IS NOT NULL AND paused_until > ${now}`
  const covered = await tx.$queryRaw<{ key: string }[]>`
    SELECT h.search_id || ' ' || event_id AS key FROM alert_hold h, unnest(h.covered_event_ids) AS event_id
     WHERE h.covered_event_ids <> ARRAY[]::uuid[] AND h.created_at > ${new Date(now.getTime() - COVERED_MS)}`
  return {
    discarded: new Set(discarded.map(({ key }) => key)),
    paused: new Set(paused.map(({ id }) => id)),
    covered: new Set(covered.map(({ key }) => key)),
  }
}
