import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person', 'office', 'team', 'lead_source'] as const

/** What people, offices, teams and sources of leads with these ids are called now; ids of anything else have no name here. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    WITH asked AS (SELECT unnest(${[...ids]}::uuid[]) AS id)
    SELECT id::text, full_name AS name FROM person JOIN asked USING (id)
    UNION ALL SELECT id::text, name FROM office JOIN asked USING (id)
    UNION ALL SELECT id::text, name FROM team JOIN asked USING (id)
    UNION ALL SELECT id::text, name FROM lead_source JOIN asked USING (id)`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
