import { compareValues } from './compare.ts'
import { isOperators } from './match.ts'
import type { Sorted } from './sort.ts'
import { type Doc, isDoc, kindOf } from './values.ts'

/** The least value a field can have in any match, where the filter says so. */
function leastOf(filter: Doc, path: string): unknown {
  let least: unknown
  const raise = (value: unknown) => {
    if (value !== undefined && (least === undefined || compareValues(value, least) > 0)) least = value
  }
  const condition = filter[path]
  if (isOperators(condition)) for (const operator of ['$gt', '$gte', '$eq']) raise(condition[operator])
  else if (kindOf(condition) === 'date') raise(condition)
  if (Array.isArray(filter.$and)) for (const part of filter.$and) if (isDoc(part)) raise(leastOf(part, path))
  if (Array.isArray(filter.$or)) {
    const parts = filter.$or.map((part) => (isDoc(part) ? leastOf(part, path) : undefined))
    if (!parts.includes(undefined)) raise(parts.reduce((a, b) => (compareValues(a, b) < 0 ? a : b)))
  }
  return least
}

/** Where a scan of sorted documents may begin: what an index on the leading key would skip. */
export function scanStart(sorted: Sorted, filter: Doc): number {
  const first = sorted.keys[0]
  if (!first || first.direction < 0 || sorted.hasArrays) return 0
  const least = leastOf(filter, first.path)
  // Only dates and ids are skipped by: null, MinKey and MaxKey have rules of their own.
  if (!['date', 'number', 'string', 'objectId'].includes(kindOf(least))) return 0
  let [low, high] = [0, sorted.leading.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareValues(sorted.leading[middle], least) < 0) low = middle + 1
    else high = middle
  }
  return low
}
