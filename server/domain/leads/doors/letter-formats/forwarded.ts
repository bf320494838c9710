import type { Letter } from '#server/adapters/mail/read-letter.ts'
import type { LeadDraft } from '../draft.schema.ts'
import type { LetterFormat } from './format.types.ts'
import { htmlPairs } from './html-pairs.ts'
import { htmlTable } from './html-table.ts'
import { jsonLd } from './json-ld.ts'
import { labelledLines } from './labelled-lines.ts'
import { leadXml } from './lead-xml.ts'
import { FORWARD_LINE, shapeOf } from './shape.ts'
import { toDraft } from './to-draft.ts'

const INSIDE: readonly LetterFormat[] = [leadXml, jsonLd, htmlTable, htmlPairs, labelledLines]
const HEADER = /^(from|to|cc|subject|date|sent|reply-to):\s*(.*)$/i

type Inner = { headers: Record<string, string>; body: string }

/** What stands below the line that a mail program writes when somebody forwards: a head, an empty line, the words. */
function innerOf(text: string): Inner | null {
  const start = FORWARD_LINE.exec(text)
  if (!start) return null
  const lines = text
    .slice(start.index + start[0].length)
    .split('\n')
    .map((line) => line.replace(/^>+ ?/, ''))
  const headers: Record<string, string> = {}
  let at = 0
  for (; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim().replace(/^\*(\w+:)\*/, '$1')
    const [, name = '', value = ''] = HEADER.exec(line) ?? []
    if (name) headers[name.toLowerCase()] ??= value
    else if (line !== '' || Object.keys(headers).length > 0) break
  }
  return { headers, body: lines.slice(at).join('\n').trim() }
}

/** A person who wrote themselves: who they are stands in the head, what they want below it. */
function fromWriter(from: string, words: string): LeadDraft | null {
  const email = /[^\s<>"'()[\]]+@[^\s<>"'()[\]]+/.exec(from.slice(0, 500))?.[0]
  if (!email) return null
  const name = from
    .slice(0, from.indexOf(email))
    .replace(/["<>[\]*]|mailto:/gi, '')
    .trim()
  return toDraft({ ...(name ? { name } : {}), email, message: words })
}

function readInside(letter: Letter): LeadDraft | null {
  for (const format of INSIDE) {
    const draft = format.read(letter)
    if (draft) return draft
  }
  return null
}

/** A mail that somebody here passed on, pasted below a line or hung on whole: what counts is what stands inside. */
export const forwarded: LetterFormat = {
  id: 'forwarded',
  read(letter) {
    if (shapeOf(letter) !== 'forwarded') return null
    const [attached] = letter.letters
    if (attached) {
      return (
        readInside(attached) ??
        fromWriter(`${attached.fromName} <${attached.from}>`, attached.text || attached.htmlText)
      )
    }
    const inner = innerOf(letter.text || letter.htmlText)
    if (!inner) return null
    const pasted = { ...letter, html: '', htmlText: '', files: [], letters: [], text: inner.body }
    return readInside(pasted) ?? fromWriter(inner.headers.from ?? '', inner.body)
  },
}
