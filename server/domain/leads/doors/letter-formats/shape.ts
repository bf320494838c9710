import { partsOf } from '#server/adapters/mail/html-text.ts'
import type { Letter } from '#server/adapters/mail/read-letter.ts'
import type { Fields } from '../doors.words.ts'
import { cleanLine } from '../read-values.ts'
import type { LetterFormat } from './format.types.ts'
import { fieldOf, fieldsOfLines, isEnough, put } from './labels.ts'

export const FORWARD_LINE =
  /^[ \t]*(-{3,}\s*(forwarded message|original message)\s*-{3,}|begin forwarded message:)[ \t]*$/im
const XML_ROOT = /<(adf|leads?|prospect)[\s>]/i

/** The XML that a mail carries, as a file or as all of its text. */
export function xmlIn({ files, text }: Letter): string | null {
  const file = files.find(
    (each) => (/xml/.test(each.type) || /\.(xml|adf)$/i.test(each.name)) && XML_ROOT.test(each.text),
  )
  if (file) return file.text
  const body = text.trimStart()
  return /^<\?(xml|adf)|^<adf/i.test(body) && XML_ROOT.test(body) ? body : null
}

/** The JSON-LD blocks of a mail's page. */
export const jsonLdIn = ({ html }: Letter): string[] =>
  html
    .split(/<script\s[^>]{0,200}application\/ld\+json[^>]{0,200}>/i)
    .slice(1)
    .map((rest) => rest.split(/<\/script/i)[0] ?? '')

/** Rows of two cells whose first is the name of a field. */
export function fieldsOfTable({ html }: Letter): Fields {
  const fields: Fields = {}
  let cells: string[] = []
  let open = false
  for (const part of partsOf(html)) {
    if (part.tag === null) {
      if (open) cells[cells.length - 1] += part.text
    } else if (part.tag === 'tr') {
      const [label = '', value = ''] = cells.map((cell) => cell.trim())
      const field = cells.length === 2 ? fieldOf(label) : null
      if (field) put(fields, field, field === 'message' ? value : cleanLine(value))
      cells = []
      open = false
    } else if (part.tag === 'td' || part.tag === 'th') {
      if (!part.isEnd) cells.push('')
      open = !part.isEnd
    } else if (part.tag === 'br' && open) cells[cells.length - 1] += '\n'
  }
  return fields
}

/** In which way a mail is written: one answer, so that no two formats take the same mail. */
export function shapeOf(letter: Letter): LetterFormat['id'] | null {
  if (xmlIn(letter)) return 'lead-xml'
  if (letter.letters.length > 0 || FORWARD_LINE.test(letter.text || letter.htmlText)) return 'forwarded'
  if (jsonLdIn(letter).some((block) => /"@type"/.test(block))) return 'json-ld'
  if (letter.html) {
    if (isEnough(fieldsOfTable(letter))) return 'html-table'
    return isEnough(fieldsOfLines(letter.htmlText)) ? 'html-pairs' : null
  }
  return isEnough(fieldsOfLines(letter.text)) ? 'labelled-lines' : null
}
