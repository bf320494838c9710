import type { Db } from '#server/db.ts'
import { forgetFacts, recordFacts } from '#server/domain/timeline/timeline.service.ts'

const LONGEST = 160
const keyOf = (noteId: string) => `note:${noteId}`

/** Its first words, in one line. */
function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('').trimEnd()}…` : line
}

/** Makes the timeline say what these notes say now; one that was removed is told no longer. */
export async function tellNotes(tx: Db, noteIds: readonly string[]): Promise<void> {
  if (noteIds.length === 0) return
  const notes = await tx.note.findMany({
    where: { id: { in: [...noteIds] }, removedAt: null },
    select: { id: true, contactId: true, text: true, createdAt: true, author: { select: { fullName: true } } },
  })
  await forgetFacts(tx, noteIds.map(keyOf))
  await recordFacts(
    tx,
    notes.map(({ id, contactId, text, createdAt, author }) => ({
      contactId,
      kind: 'note.added',
      summary: `${author?.fullName ?? 'A note'}: “${beginningOf(text)}”`,
      refs: { noteId: id },
      occurredAt: createdAt,
      factKey: keyOf(id),
    })),
  )
}
