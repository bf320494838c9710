import type { LetterFormat } from './format.types.ts'
import { fieldsOfTable, shapeOf } from './shape.ts'
import { toDraft } from './to-draft.ts'

/** A page with a table, a field a row: its name in the first cell, what was given in the second. */
export const htmlTable: LetterFormat = {
  id: 'html-table',
  read: (letter) => (shapeOf(letter) === 'html-table' ? toDraft(fieldsOfTable(letter)) : null),
}
