import type { Db } from '#server/db.ts'

/**
 * How many of somebody's last offers ran out without a word, one after the other, up to a number of them. Only offers to
 * them alone, and only since they last said whether they are there.
 */
export async function countMissesInRow(tx: Db, personId: string, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ misses: number }[]>`
    WITH last AS (
      SELECT p.missed_at IS NOT NULL AS missed, row_number() OVER (ORDER BY p.asked_at DESC, p.offer_id DESC) AS place
        FROM lead_offer_person p JOIN lead_offer o ON o.id = p.offer_id
       WHERE p.person_id = ${personId}::uuid AND o.kind = 'direct'
         AND num_nonnulls(p.missed_at, p.passed_at, p.won_at) > 0
         AND p.asked_at > coalesce((SELECT changed_at FROM agent_availability WHERE person_id = ${personId}::uuid), '-infinity')
       ORDER BY p.asked_at DESC, p.offer_id DESC LIMIT ${most})
    SELECT coalesce((SELECT min(place) FROM last WHERE NOT missed) - 1, (SELECT count(*) FROM last))::int AS misses`
  return row?.misses ?? 0
}
