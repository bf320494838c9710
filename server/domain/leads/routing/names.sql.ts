import type { Db } from '#server/db.ts'
import type { Names } from './rule-said.words.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person', 'office', 'team'] as const

/** What offices, teams, people and ponds with these ids, and all sources by their keys, are called now. */
export async function readNames(db: Db, ids: readonly string[]): Promise<Names> {
  const rows = await db.$queryRaw<{ key: string; name: string }[]>`
    WITH asked AS (SELECT unnest(${[...ids]}::uuid[]) AS id)
    SELECT id::text AS key, full_name AS name FROM person JOIN asked USING (id)
    UNION ALL SELECT id::text, name FROM office JOIN asked USING (id)
    UNION ALL SELECT id::text, name FROM team JOIN asked USING (id)
    UNION ALL SELECT id::text, name FROM lead_pond JOIN asked USING (id)
    UNION ALL SELECT key, name FROM lead_source`
  return Object.fromEntries(rows.map(({ key, name }) => [key, name]))
}
