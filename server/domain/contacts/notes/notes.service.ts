import type { Context } from '#server/context.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { announce } from '#server/outbox.ts'
import { visibleContacts } from '../contacts.policy.ts'
import { contactTouched } from '../touches/touches.events.ts'
import { tellNotes } from './notes.facts.ts'
import { ownWords, removedNotes, visibleNotes } from './notes.policy.ts'
import type { AddNoteInput, EditNoteInput } from './notes.schema.ts'

/** Writes something down about a contact. Sent twice under one id, it is written once. */
export async function addNote({ db, actor, now }: Context, { id, contactId, text, pinned }: AddNoteInput) {
  return db.$transaction(async (tx) => {
    const where = { AND: [visibleContacts(actor), { id: contactId }] }
    if (!(await tx.contact.findFirst({ where, select: { id: true } }))) throw notFound('This contact')
    const at = now()
    const data = [{ id, contactId, authorId: actor.personId, text, pinned, createdAt: at, updatedAt: at }]
    const { count } = await tx.note.createMany({ data, skipDuplicates: true })
    if (count > 0) {
      await tellNotes(tx, [id])
      await announce(tx, contactTouched({ contactId }))
    }
    return { id }
  })
}

/** Changes one's own words, unless they were changed since the form was opened. */
export async function editNote({ db, actor, now }: Context, { noteId, basedOn, text }: EditNoteInput) {
  return db.$transaction(async (tx) => {
    const visible = { AND: [visibleNotes(actor), { id: noteId }] }
    const note = await tx.note.findFirst({ where: visible, select: { authorId: true } })
    if (!note) throw notFound('This note')
    if (note.authorId !== null && note.authorId !== actor.personId) {
      throw new DomainError('FORBIDDEN', 'Only who wrote a note may change its words. Add one of your own.')
    }
    const { count } = await tx.note.updateMany({
      where: { AND: [visible, ownWords(actor), { version: basedOn }] },
      data: { text, updatedAt: now() },
    })
    if (count === 0) {
      throw new DomainError('CONFLICT', 'This note was changed meanwhile. Open it again to see the change.')
    }
    await tellNotes(tx, [noteId])
    return { id: noteId }
  })
}

async function change({ db, now }: Context, where: Prisma.NoteWhereInput, id: string, removedAt: Date | null) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.note.updateMany({ where, data: { removedAt, updatedAt: now() } })
    if (count === 0) throw notFound('This note')
    await tellNotes(tx, [id])
    return { id }
  })
}

/** Keeps a note on top, or lets it go down again. */
export async function pinNote({ db, actor, now }: Context, { noteId, pinned }: { noteId: string; pinned: boolean }) {
  const { count } = await db.note.updateMany({
    where: { AND: [visibleNotes(actor), { id: noteId }] },
    data: { pinned, updatedAt: now() },
  })
  if (count === 0) throw notFound('This note')
  return { id: noteId }
}

/** Takes a note away; `restoreNote` is the undo. */
export const removeNote = (ctx: Context, { noteId }: { noteId: string }) =>
  change(ctx, { AND: [visibleNotes(ctx.actor), { id: noteId }] }, noteId, ctx.now())

export const restoreNote = (ctx: Context, { noteId }: { noteId: string }) =>
  change(ctx, { AND: [removedNotes(ctx.actor), { id: noteId }] }, noteId, null)
