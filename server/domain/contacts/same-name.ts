const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'jr', 'sr', 'ii', 'iii', 'iv', 'and', 'the'])

/** "Dr. José-María O'Neill, Jr." -> ["oneill", "maria", "jose"]. */
const wordsOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’\p{M}]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !TITLES.has(word))
    // In one order, so that the order they were written in decides nothing.
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))

/** "Bob" for "Bobby", "J" for "James": one is how the other begins. */
const beginsAlike = (a: string, b: string) => a.startsWith(b) || b.startsWith(a)

const fits = (some: readonly string[], all: readonly string[]) => {
  const left = [...all]
  return some.every((word) => {
    const at = left.findIndex((other) => beginsAlike(word, other))
    if (at < 0) return false
    left.splice(at, 1)
    return true
  })
}

/**
 * Whether two names may be one person's who has one telephone: each word of the shorter name is in the other, or is how
 * one of its words begins, in whatever order. A couple that shares a number and a family name is two people.
 */
export function sameName(a: string, b: string): boolean {
  const [shorter = [], longer = []] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length)
  if (shorter.length === 0) return false
  if (shorter.length === 1 && longer.length > 1) return false
  return fits(shorter, longer) || (shorter.length === longer.length && fits(longer, shorter))
}

/** The ten digits of a number as people write it here; null when it has fewer. */
export function digitsOf(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/\D/g, '')
  return digits.length >= 10 ? digits.slice(-10) : null
}
