import { z } from 'zod'
import { lockNotes, readNotes } from '#server/domain/contacts/notes/notes.held.ts'
import type { NoteRow } from '../sync/notes.transform.ts'
import type { OwnRecords } from './own-records.ts'
import { agentField, contactField } from './people.fields.ts'
import type { SharedField } from './shared-fields.ts'

/** A note in the words of both systems. */
const NOTE_FIELDS: readonly SharedField<NoteRow>[] = [
  {
    name: 'text',
    read: ({ row }) => row.text,
    take: (into, from) => ({ ...into, row: { ...into.row, text: from.row.text } }),
    put: (into, value) => ({ ...into, row: { ...into.row, text: z.string().parse(value) } }),
    write: (document, { row }) => ({ ...document, body: row.text }),
  },
  {
    name: 'pinned',
    read: ({ row }) => row.pinned,
    take: (into, from) => ({ ...into, row: { ...into.row, pinned: from.row.pinned } }),
    put: (into, value) => ({ ...into, row: { ...into.row, pinned: z.boolean().parse(value) } }),
    write: (document, { row }) => ({ ...document, pinned: row.pinned }),
  },
  contactField(),
  agentField(),
]

export const ownNotes: OwnRecords<NoteRow> = {
  stream: 'notes',
  feature: 'notes',
  fields: NOTE_FIELDS,
  needs: () => 'contacts',
  wants: 'agents',
  lock: lockNotes,

  async read(tx, targetIds) {
    const notes = await readNotes(tx, targetIds)
    return new Map(
      notes.map(({ id, contactId, authorId, removedAt, ...row }) => {
        const { createdAt, updatedAt } = row
        return [
          id,
          {
            row,
            needed: contactId,
            wanted: authorId,
            standIn: null,
            isRemoved: removedAt !== null,
            createdAt,
            updatedAt,
          },
        ]
      }),
    )
  },
}
