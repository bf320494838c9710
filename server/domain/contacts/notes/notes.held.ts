import type { Db } from '#server/db.ts'
import type { NoteInput } from './notes.bulk.ts'

/** A note as it stands, for who tells it to another system. */
export type HeldNote = NoteInput & { removedAt: Date | null }

/** These notes as they are committed, those that were removed too. */
export const readNotes = (tx: Db, ids: readonly string[]): Promise<HeldNote[]> =>
  tx.note.findMany({ where: { id: { in: [...ids] } }, omit: { version: true } })

/** Until this transaction ends nobody else changes them. */
export async function lockNotes(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT id FROM note WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}
