import type { Letter } from '#server/adapters/mail/read-letter.ts'
import type { LeadDraft } from '../draft.schema.ts'

/** One way in which portals write a lead into a mail. Pure; null for a mail that is written in another way. */
export type LetterFormat = {
  /** Stands at the arrival, so that a page can say how something was read. */
  id: 'lead-xml' | 'forwarded' | 'json-ld' | 'html-table' | 'html-pairs' | 'labelled-lines'
  read: (letter: Letter) => LeadDraft | null
}
