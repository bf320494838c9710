export type Piece = { text: string; isHit: boolean }

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** The same digits, whatever stands between them: "8435550193" is found in "(843) 555-0193". */
const digitsApart = (digits: string) => [...digits].join('\\D*')

/** The pieces of a text, and which of them were typed: each word for itself, a phone number in any format. */
export function markHits(text: string, typed: string): Piece[] {
  const words = typed.trim().split(/\s+/).filter(Boolean).map(escaped)
  const digits = /^[+\d\s().-]+$/.test(typed) ? typed.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '') : ''
  const patterns = [
    ...(digits.length >= 3 ? [digitsApart(digits)] : []),
    ...words.toSorted((a, b) => b.length - a.length),
  ]
  if (patterns.length === 0) return [{ text, isHit: false }]
  // Split by a group keeps what it split at, at every second place.
  return text
    .split(new RegExp(`(${patterns.join('|')})`, 'gi'))
    .map((piece, index) => ({ text: piece, isHit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}
