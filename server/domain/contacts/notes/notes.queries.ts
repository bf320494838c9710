import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import { visibleContacts } from '../contacts.policy.ts'
import { visibleNotes } from './notes.policy.ts'
import type { ListNotesInput } from './notes.schema.ts'

const PAGE_SIZE = 20

/** What was written down about a contact: what is pinned first, then the latest. */
export async function listNotes({ db, actor }: Context, { contactId, cursor }: ListNotesInput) {
  const contact = await db.contact.findFirst({
    where: { AND: [visibleContacts(actor), { id: contactId }] },
    select: { id: true },
  })
  if (!contact) throw notFound('This contact')
  const rows = await db.note.findMany({
    where: { AND: [visibleNotes(actor), { contactId }] },
    select: {
      ...{ id: true, text: true, pinned: true, version: true, createdAt: true, updatedAt: true, authorId: true },
      author: { select: { fullName: true } },
    },
    orderBy: [{ pinned: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
    ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
  })
  const page = rows.slice(0, PAGE_SIZE)
  return {
    items: page.map(({ authorId, ...note }) => ({
      ...note,
      mayEdit: authorId === null || authorId === actor.personId,
    })),
    nextCursor: rows.length > PAGE_SIZE ? page.at(-1)?.id : undefined,
  }
}
