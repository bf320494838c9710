import type { Db } from '#server/db.ts'
import { tellNotes } from './notes.facts.ts'

/** A note as a source tells it. */
export type NoteInput = {
  id: string
  contactId: string
  authorId: string | null
  text: string
  pinned: boolean
  createdAt: Date
  updatedAt: Date
}

export type UpsertedNote = { id: string; outcome: 'inserted' | 'updated' | 'unchanged' }

/** Writes notes in bulk. Nothing is touched that is equal already; one bad row refuses the whole batch. */
export async function upsertNotes(tx: Db, batch: readonly NoteInput[]): Promise<UpsertedNote[]> {
  if (batch.length === 0) return []
  const written = await tx.$queryRaw<UpsertedNote[]>`
    INSERT INTO note AS n (id, contact_id, author_id, text, pinned, created_at, updated_at)
    SELECT i.id, i."contactId", i."authorId", i.text, i.pinned, i."createdAt", i."updatedAt"
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS i(
             id uuid, "contactId" uuid, "authorId" uuid, text text, pinned boolean,
             "createdAt" timestamptz, "updatedAt" timestamptz)
     ORDER BY i.id
    ON CONFLICT (id) DO UPDATE SET
      contact_id = excluded.contact_id, author_id = excluded.author_id, text = excluded.text, pinned = excluded.pinned,
      created_at = excluded.created_at, updated_at = excluded.updated_at
    WHERE (n.contact_id, n.author_id, n.text, n.pinned, n.created_at, n.updated_at)
          IS DISTINCT FROM (excluded.contact_id, excluded.author_id, excluded.text, excluded.pinned,
                            excluded.created_at, excluded.updated_at)
    RETURNING new.id::text, CASE WHEN old.id IS NULL THEN 'inserted' ELSE 'updated' END AS outcome`
  const done = new Set(written.map(({ id }) => id))
  await tellNotes(tx, [...done])
  const rest = batch.filter(({ id }) => !done.has(id)).map(({ id }) => ({ id, outcome: 'unchanged' as const }))
  return [...written, ...rest]
}

/** Removes notes that their source no longer has. Says which; who was removed before is not among them. */
export async function removeNotes(tx: Db, ids: readonly string[], at: Date): Promise<string[]> {
  const rows = await tx.note.updateManyAndReturn({
    where: { id: { in: [...ids] }, removedAt: null },
    data: { removedAt: at },
    select: { id: true },
  })
  const removed = rows.map(({ id }) => id)
  await tellNotes(tx, removed)
  return removed
}

export async function restoreNotes(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.note.updateMany({ where: { id: { in: [...ids] } }, data: { removedAt: null } })
  await tellNotes(tx, ids)
}
