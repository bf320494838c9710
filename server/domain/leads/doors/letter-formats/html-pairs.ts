import type { LetterFormat } from './format.types.ts'
import { fieldsOfLines } from './labels.ts'
import { shapeOf } from './shape.ts'
import { toDraft } from './to-draft.ts'

/** A page with "Name: Nora" in its paragraphs. Addresses and numbers are read as they are shown: links are tracked. */
export const htmlPairs: LetterFormat = {
  id: 'html-pairs',
  read: (letter) => (shapeOf(letter) === 'html-pairs' ? toDraft(fieldsOfLines(letter.htmlText)) : null),
}
