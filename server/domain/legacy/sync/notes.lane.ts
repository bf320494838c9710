import { removeNotes, restoreNotes, upsertNotes } from '#server/domain/contacts/notes/notes.bulk.ts'
import { newId } from '#server/ids.ts'
import { ownNotes } from '../writes/notes.own.ts'
import { settlingOwn } from '../writes/settle-own.ts'
import { answersFor, inputsOf } from './asked.ts'
import type { Lane } from './lane.ts'
import { type NoteRow, transformNote } from './notes.transform.ts'

export const notesLane: Lane<NoteRow> = {
  stream: 'notes',
  remove: removeNotes,
  restore: restoreNotes,
  transform: async () => transformNote,
  settle: settlingOwn(ownNotes),

  async write(tx, ready) {
    const asked = ready.flatMap(({ sourceId, targetId, needed, wanted, row }) =>
      needed ? [{ sourceId, input: { ...row, id: targetId ?? newId(), contactId: needed, authorId: wanted } }] : [],
    )
    const written = await upsertNotes(tx, inputsOf(asked))
    return answersFor(asked, written)
  },
}
