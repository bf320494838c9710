import { z } from 'zod'

const text = z
  .string()
  .trim()
  .min(1, 'Write something.')
  .max(20_000, 'At most 20,000 characters.')
  .refine((value) => !value.includes('\u0000') && value.isWellFormed(), 'Retype it: a character in it is broken.')

export const listNotesInput = z.object({ contactId: z.uuid(), cursor: z.uuid().nullish() })
/** The id is chosen by whoever asks: the same one sent twice adds one note. */
export const addNoteInput = z.object({ id: z.uuid(), contactId: z.uuid(), text, pinned: z.boolean().default(false) })
export const editNoteInput = z.object({ noteId: z.uuid(), basedOn: z.int().min(1).max(2_147_483_647), text })
export const pinNoteInput = z.object({ noteId: z.uuid(), pinned: z.boolean() })
export const noteInput = z.object({ noteId: z.uuid() })

export type ListNotesInput = z.output<typeof listNotesInput>
export type AddNoteInput = z.output<typeof addNoteInput>
export type EditNoteInput = z.output<typeof editNoteInput>
