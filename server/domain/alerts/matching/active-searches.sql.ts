import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact'] as const

/** Searches that a run evaluates: switched on, with somebody to write to. */
export async function countActiveSearches(tx: Db): Promise<number> {
  const [row] = await tx.$queryRaw<{ searches: number }[]>`
    SELECT count(*)::int AS searches FROM saved_search s
      JOIN contact p ON p.id = s.contact_id AND p.removed_at IS NULL AND p.email IS NOT NULL
     WHERE s.active_yn AND s.removed_at IS NULL`
  return row?.searches ?? 0
}
