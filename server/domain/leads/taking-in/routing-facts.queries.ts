import type { Db } from '#server/db.ts'

/** Whoever the firm chose, while they are here; else who has been here longest, owners first. */
export async function findFallback(db: Db): Promise<{ agentId: string }> {
  // The roles stand in the order of the database's type: owners, admins, managers.
  const [keeper] = await db.$queryRaw<{ agentId: string }[]>`
    /* one plan */ SELECT person.id::text AS "agentId" FROM person LEFT JOIN lead_setting AS chosen ON chosen.default_person_id = person.id
     WHERE person.removed_at IS NULL AND (person.role <> 'assistant' OR chosen.id IS NOT NULL)
     ORDER BY chosen.id IS NULL, person.role, person.created_at, person.id LIMIT 1`
  if (!keeper) throw new Error('Nobody works here who could answer an inquiry.')
  return keeper
}
