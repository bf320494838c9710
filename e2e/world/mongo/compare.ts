import { Binary, Long, ObjectId, Timestamp } from 'bson'
import { isDoc, kindOf, numberOf, rankOf } from './values.ts'

const sign = (difference: number) => (difference < 0 ? -1 : difference > 0 ? 1 : 0)

function compareNumbers(a: unknown, b: unknown): number {
  const [x, y] = [numberOf(a), numberOf(b)]
  if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : -1
  if (Number.isNaN(y)) return 1
  if (x !== y) return x < y ? -1 : 1
  return a instanceof Long && b instanceof Long ? a.compare(b) : 0
}

function compareBinary(a: Binary, b: Binary): number {
  return (
    sign(a.length() - b.length()) ||
    sign(a.sub_type - b.sub_type) ||
    Buffer.compare(Buffer.from(a.value()), Buffer.from(b.value()))
  )
}

function compareLists(a: unknown[], b: unknown[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const order = compareValues(a[index], b[index])
    if (order) return order
  }
  return sign(a.length - b.length)
}

function compareDocs(a: object, b: object): number {
  const [left, right] = [Object.entries(a), Object.entries(b)]
  for (const [index, [field, value]] of left.entries()) {
    const other = right[index]
    if (!other) return 1
    const order =
      sign(rankOf(value) - rankOf(other[1])) ||
      Buffer.compare(Buffer.from(field), Buffer.from(other[0])) ||
      compareValues(value, other[1])
    if (order) return order
  }
  return sign(left.length - right.length)
}

/** BSON's total order: by type first, then by value; all widths of numbers are one type. */
export function compareValues(a: unknown, b: unknown): number {
  if (a instanceof Date && b instanceof Date) return sign(a.getTime() - b.getTime())
  const byKind = sign(rankOf(a) - rankOf(b))
  if (byKind) return byKind
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id)
  if (a instanceof Timestamp && b instanceof Timestamp) return a.compare(b)
  if (a instanceof Binary && b instanceof Binary) return compareBinary(a, b)
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  if (isDoc(a) && isDoc(b)) return compareDocs(a, b)
  switch (kindOf(a)) {
    case 'number':
      return compareNumbers(a, b)
    case 'string':
      return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
    case 'bool':
      return sign(Number(a) - Number(b))
    case 'regex':
      return sign(JSON.stringify(a).localeCompare(JSON.stringify(b)))
    default:
      return 0
  }
}

export const sameValue = (a: unknown, b: unknown) => kindOf(a) === kindOf(b) && compareValues(a, b) === 0
