import { memberProcedure, router } from '#server/trpc/init.ts'
import { listNotes } from './notes.queries.ts'
import * as schema from './notes.schema.ts'
import { addNote, editNote, pinNote, removeNote, restoreNote } from './notes.service.ts'

export const notesRouter = router({
  list: memberProcedure.input(schema.listNotesInput).query(({ ctx, input }) => listNotes(ctx, input)),
  add: memberProcedure.input(schema.addNoteInput).mutation(({ ctx, input }) => addNote(ctx, input)),
  edit: memberProcedure.input(schema.editNoteInput).mutation(({ ctx, input }) => editNote(ctx, input)),
  pin: memberProcedure.input(schema.pinNoteInput).mutation(({ ctx, input }) => pinNote(ctx, input)),
  remove: memberProcedure.input(schema.noteInput).mutation(({ ctx, input }) => removeNote(ctx, input)),
  restore: memberProcedure.input(schema.noteInput).mutation(({ ctx, input }) => restoreNote(ctx, input)),
})
