import type { Db } from '#server/db.ts'
import type { Busy } from '../routing/routing.types.ts'

/** Tables this reads across subjects. @public */
export const READS = ['appointment'] as const

/** When people were in appointments, by their ids; those that did not take place do not count. */
export async function readAppointments(db: Db, { from, to }: { from: Date; to: Date }): Promise<Map<string, Busy[]>> {
  const rows = await db.$queryRaw<(Busy & { ownerId: string })[]>`
    SELECT owner_id::text AS "ownerId", starts_at AS "from", ends_at AS "until" FROM appointment
     WHERE ends_at > ${from} AND starts_at < ${to} AND status NOT IN ('canceled', 'no_show') AND removed_at IS NULL
     ORDER BY owner_id, starts_at`
  const byOwner = Map.groupBy(rows, ({ ownerId }) => ownerId)
  return new Map([...byOwner].map(([id, own]) => [id, own.map(({ from: start, until }) => ({ from: start, until }))]))
}
