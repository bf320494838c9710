import type { Actor } from '#server/context.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { visibleContacts } from '../contacts.policy.ts'

/** Notes are seen by those who see the contact. */
export const visibleNotes = (actor: Actor): Prisma.NoteWhereInput => ({
  removedAt: null,
  contact: visibleContacts(actor),
})

export const removedNotes = (actor: Actor): Prisma.NoteWhereInput => ({
  removedAt: { not: null },
  contact: visibleContacts(actor),
})

/** Nobody puts words into another one's mouth; what nobody signed may be mended by all who see it. */
export const ownWords = (actor: Actor): Prisma.NoteWhereInput => ({
  OR: [{ authorId: actor.personId }, { authorId: null }],
})
