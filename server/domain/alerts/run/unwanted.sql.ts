import type { Db } from '#server/db.ts'
import type { Unwanted } from './leave-out.ts'

/** What people have said about the homes of a run and about their searches, on the run's own snapshot. */
export async function readUnwanted(tx: Db, listingIds: Iterable<string>, now: Date): Promise<Unwanted> {
  const homes = [...new Set(listingIds)]
  const discarded = await tx.$queryRaw<{ key: string }[]>`
    SELECT lower(email::text) || ' ' || listing_id AS key
      FROM contact_listing WHERE preference = 'Discard' AND listing_id = ANY(${homes}::uuid[])`
  const paused = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM saved_search WHERE paused_until IS NOT NULL AND paused_until > ${now}`
  return { discarded: new Set(discarded.map(({ key }) => key)), paused: new Set(paused.map(({ id }) => id)) }
}
