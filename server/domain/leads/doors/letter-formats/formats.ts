import type { LetterFormat } from './format.types.ts'
import { forwarded } from './forwarded.ts'
import { htmlPairs } from './html-pairs.ts'
import { htmlTable } from './html-table.ts'
import { jsonLd } from './json-ld.ts'
import { labelledLines } from './labelled-lines.ts'
import { leadXml } from './lead-xml.ts'

/** Every way of writing a lead into a mail that is understood. A mail has one shape, so their order decides nothing. */
export const LETTER_FORMATS: readonly LetterFormat[] = [leadXml, forwarded, jsonLd, htmlTable, htmlPairs, labelledLines]
