import type { LetterFormat } from './format.types.ts'
import { fieldsOfLines } from './labels.ts'
import { shapeOf } from './shape.ts'
import { toDraft } from './to-draft.ts'

/** Plain text with a field a line: "First Name: Nora". */
export const labelledLines: LetterFormat = {
  id: 'labelled-lines',
  read: (letter) => (shapeOf(letter) === 'labelled-lines' ? toDraft(fieldsOfLines(letter.text)) : null),
}
