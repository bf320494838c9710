const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
}

const fromCode = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** "&amp;" and "&#39;" as what they stand for; what is not known stays as it is. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (/^#x/i.test(name)) return fromCode(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return fromCode(Number(name.slice(1)))
    return NAMED[name.toLowerCase()] ?? whole
  })

const LINE_TAGS = new Set([
  'br',
  'p',
  'div',
  'tr',
  'table',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'hr',
  'blockquote',
])
const HIDDEN_TAGS = new Set(['script', 'style', 'head', 'title'])

export type HtmlPart = { tag: string; isEnd: boolean; text: null } | { tag: null; text: string }

/**
 * HTML as tags and the texts between them, from left to right: each character is looked at once, whatever somebody has
 * written. What stands in scripts and styles is left out.
 */
export function* partsOf(html: string): Generator<HtmlPart> {
  let at = 0
  let hiddenIn: string | null = null
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const text = html.slice(at, open < 0 ? html.length : open)
    if (text && hiddenIn === null) yield { tag: null, text: decodeEntities(text) }
    if (open < 0) return
    const isComment = html.startsWith('<!--', open)
    const close = isComment ? html.indexOf('-->', open) : html.indexOf('>', open)
    if (close < 0) return
    const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 40)) ?? []
    const tag = name.toLowerCase()
    if (hiddenIn !== null) {
      if (slash && tag === hiddenIn) hiddenIn = null
    } else if (HIDDEN_TAGS.has(tag) && !slash) hiddenIn = tag
    else if (tag) yield { tag, isEnd: slash !== '', text: null }
    at = close + (isComment ? 3 : 1)
  }
}

/** The words of a page, a line for each row, paragraph and break; cells stand apart by a tab. */
export function textOfHtml(html: string): string {
  let text = ''
  for (const part of partsOf(html)) {
    if (part.tag === null) text += part.text.replace(/\s+/g, ' ')
    else if (LINE_TAGS.has(part.tag)) text += '\n'
    else if (part.tag === 'td' || part.tag === 'th') text += part.isEnd ? '\t' : ''
  }
  return text
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line, index, lines) => line !== '' || (lines[index - 1] ?? '') !== '')
    .join('\n')
    .trim()
}
