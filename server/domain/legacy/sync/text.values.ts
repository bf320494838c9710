/** Reads text out of whatever the old system stored. Nothing here throws; what is not text is null. */

const NUL = '\u0000'

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Trimmed text; numbers count as text, emptiness as nothing. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  return text === '' ? null : text
}

/** At most `length` characters, never half a character. */
export const shortened = (text: string, length: number) =>
  text.length <= length ? text : [...text].slice(0, length).join('')

export const withoutNul = (text: string) => text.replaceAll(NUL, '')

/** The path of the first text with a NUL byte or half a character in it: PostgreSQL would refuse the whole batch. */
export function findUnstorable(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return value.includes(NUL) || !value.isWellFormed() ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, item] of Object.entries(value)) {
    const here = path ? `${path}.${key}` : key
    const found = findUnstorable(key) === null ? findUnstorable(item, here) : here
    if (found !== null) return withoutNul(found).toWellFormed()
  }
  return null
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  deg: '°',
  frac12: '½',
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : ''
}

/** Remarks as an agent would read them: no tags, no entities, no NUL bytes. */
export const plainText = (value: unknown): string =>
  withoutNul(typeof value === 'string' ? value.toWellFormed() : (textOf(value) ?? ''))
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<(br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replace(/<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z0-9]{2,8});/gi, entity)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()

/** Lower case and trimmed; null when mail could not reach it. */
export function emailOf(value: unknown): string | null {
  const email = textOf(value)?.toLowerCase() ?? ''
  return email.length <= 254 && /^[^\s@,;:<>()[\]\\"]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(email) ? email : null
}

/** "(843) 555-0100" when it has ten digits (a leading 1 aside), else as it stands. */
export function phoneOf(value: unknown): string | null {
  const text = textOf(value)
  if (text === null || /[a-z]/i.test(text)) return text
  const digits = text.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
  return digits.length === 10 ? `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}` : text
}

const YES = new Set(['y', 'yes', 'true', 't', '1', 'on'])
const NO = new Set(['n', 'no', 'false', 'f', '0', 'off', ''])

/** True, false, or null for what is neither. */
export function booleanOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim().toLowerCase() : null
  if (word === null) return null
  return YES.has(word) ? true : NO.has(word) ? false : null
}
