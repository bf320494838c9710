import type { Db } from '#server/db.ts'
import type { SearchReason } from '#server/generated/prisma/enums.ts'
import type { Swap } from '#server/swap.ts'

const lockSearches = (tx: Db, swaps: readonly { id: string }[]) =>
  tx.$executeRaw`SELECT 1 FROM saved_search WHERE id = ANY(${swaps.map(({ id }) => id)}::uuid[]) ORDER BY id FOR UPDATE`

/** Searches of contacts that belong to one of these people, or to somebody who assists one of them. */
export const readSearchesInBooks = (tx: Db, contactIds: readonly string[]) =>
  tx.$queryRaw<{ id: string; contactId: string; ownerId: string }[]>`
    SELECT s.id::text, s.contact_id::text AS "contactId", s.owner_id::text AS "ownerId"
      FROM saved_search s JOIN contact c ON c.id = s.contact_id JOIN person o ON o.id = s.owner_id
     WHERE s.contact_id = ANY(${[...contactIds]}::uuid[]) AND (o.id = c.agent_id OR o.assists_id = c.agent_id)
     ORDER BY s.id`

/** Who owns these searches, and who has their contacts; agents who have left are left out. */
export const readSearchOwners = (tx: Db, ids: readonly string[]) =>
  tx.$queryRaw<{ id: string; ownerId: string; agentId: string }[]>`
    SELECT s.id::text, s.owner_id::text AS "ownerId", c.agent_id::text AS "agentId"
      FROM saved_search s JOIN contact c ON c.id = s.contact_id JOIN person a ON a.id = c.agent_id
     WHERE s.id = ANY(${[...ids]}::uuid[]) AND s.removed_at IS NULL AND a.removed_at IS NULL AND s.owner_id <> a.id`

/** Gives searches to another owner, where they still have the first. Says which. */
export async function swapSearchOwners(tx: Db, swaps: readonly Swap<string>[]): Promise<string[]> {
  await lockSearches(tx, swaps)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE saved_search s SET owner_id = i."to"
      FROM jsonb_to_recordset(${JSON.stringify(swaps)}::jsonb) AS i(id uuid, "from" uuid, "to" uuid)
     WHERE s.id = i.id AND s.removed_at IS NULL AND s.owner_id = i."from"
    RETURNING s.id::text AS id`
  return rows.map(({ id }) => id)
}

export type SearchState = { activeYN: boolean; reason: SearchReason; reasonNote: string | null }

export const readSearchStates = (tx: Db, ids: readonly string[]) =>
  tx.savedSearch.findMany({
    where: { id: { in: [...ids] }, removedAt: null },
    select: { id: true, activeYN: true, reason: true, reasonNote: true, contact: { select: { email: true } } },
  })

/** Switches searches on or off with a reason, where they still stand as they stood. Says which. */
export async function swapSearchStates(tx: Db, swaps: readonly Swap<SearchState>[]): Promise<string[]> {
  await lockSearches(tx, swaps)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE saved_search s
       SET active_yn = (i."to" ->> 'activeYN')::boolean, reason = (i."to" ->> 'reason')::search_reason, reason_note = i."to" ->> 'reasonNote'
      FROM jsonb_to_recordset(${JSON.stringify(swaps)}::jsonb) AS i(id uuid, "from" jsonb, "to" jsonb)
     WHERE s.id = i.id AND s.removed_at IS NULL AND s.active_yn = (i."from" ->> 'activeYN')::boolean
       AND s.reason = (i."from" ->> 'reason')::search_reason AND s.reason_note IS NOT DISTINCT FROM i."from" ->> 'reasonNote'
    RETURNING s.id::text AS id`
  return rows.map(({ id }) => id)
}
