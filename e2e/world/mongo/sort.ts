import { compareValues } from './compare.ts'
import { PeerError } from './errors.ts'
import { valuesAt } from './paths.ts'
import { type Doc, EMPTY, numberOf } from './values.ts'

type SortKey = { path: string; direction: 1 | -1 }

export function sortKeysOf(spec: Doc): SortKey[] {
  return Object.entries(spec).map(([path, value]) => {
    const direction = numberOf(value)
    if (direction !== 1 && direction !== -1) throw new PeerError(2, `bad sort specification for ${path}`)
    return { path, direction }
  })
}

/** What a document sorts by under one key: of an array the smallest (or largest) element, of nothing null. */
function sortValue(doc: Doc, { path, direction }: SortKey): unknown {
  const values = valuesAt(doc, path)
  if (values.length === 1 && !Array.isArray(values[0])) return values[0]
  const all = values.flatMap((value) => (Array.isArray(value) ? (value.length ? value : [EMPTY]) : [value]))
  if (!all.length) return null
  return all.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best))
}

/** Documents in order, each with the values it was ordered by; ties keep their natural order. */
export type Sorted = { keys: SortKey[]; docs: Doc[]; leading: unknown[]; hasArrays: boolean }

export function sortDocs(docs: Iterable<Doc>, spec: Doc): Sorted {
  const keys = sortKeysOf(spec)
  const rows = Array.from(docs, (doc) => ({ doc, by: keys.map((key) => sortValue(doc, key)) }))
  rows.sort((a, b) => {
    for (const [index, key] of keys.entries()) {
      const order = compareValues(a.by[index], b.by[index])
      if (order) return order * key.direction
    }
    return 0
  })
  const first = keys[0]
  return {
    keys,
    docs: rows.map((row) => row.doc),
    leading: rows.map((row) => row.by[0]),
    hasArrays: first !== undefined && rows.some((row) => valuesAt(row.doc, first.path).some(Array.isArray)),
  }
}
