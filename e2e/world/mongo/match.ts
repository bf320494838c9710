import { BSONType } from 'bson'
import { compareValues, sameValue } from './compare.ts'
import { PeerError } from './errors.ts'
import { valuesAt, withElements } from './paths.ts'
import { type Doc, isDoc, kindOf, numberOf, typeNumberOf } from './values.ts'

type Test = (values: unknown[], wanted: unknown) => boolean

const isNaNumber = (value: unknown) => kindOf(value) === 'number' && Number.isNaN(numberOf(value))

/** `{ field: null }` also finds documents without the field. */
function equalsAny(values: unknown[], wanted: unknown): boolean {
  if (kindOf(wanted) === 'null') return values.length === 0 || withElements(values).some((v) => kindOf(v) === 'null')
  return withElements(values).some((value) => sameValue(value, wanted))
}

/** Comparisons see only values of the operand's own type, but for MinKey and MaxKey, which see all. */
function ordered(accept: (order: number) => boolean): Test {
  return (values, wanted) => {
    const kind = kindOf(wanted)
    if (kind === 'null') return accept(0) && equalsAny(values, null)
    if ((kind === 'minKey' || kind === 'maxKey') && values.length === 0) return true
    return withElements(values).some((value) => {
      if (kindOf(value) !== kind) return kind === 'minKey' || kind === 'maxKey'
      if (isNaNumber(value) !== isNaNumber(wanted)) return false
      return accept(compareValues(value, wanted))
    })
  }
}

const listOf = (operator: string, wanted: unknown): unknown[] => {
  if (!Array.isArray(wanted)) throw new PeerError(2, `${operator} needs an array`)
  return wanted
}

function isOfType(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return wanted.some((type) => isOfType(value, type))
  if (wanted === 'number') return kindOf(value) === 'number'
  if (typeof wanted !== 'string') return typeNumberOf(value) === numberOf(wanted)
  const types: Record<string, number> = BSONType
  const number = types[wanted]
  if (number === undefined) throw new PeerError(2, `Unknown type name alias: ${wanted}`)
  return typeNumberOf(value) === number
}

const TESTS: Record<string, Test> = {
  $eq: equalsAny,
  $ne: (values, wanted) => !equalsAny(values, wanted),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $in: (values, wanted) => listOf('$in', wanted).some((item) => equalsAny(values, item)),
  $nin: (values, wanted) => !listOf('$nin', wanted).some((item) => equalsAny(values, item)),
  $exists: (values, wanted) => values.length > 0 === (kindOf(wanted) === 'number' ? numberOf(wanted) !== 0 : !!wanted),
  $type: (values, wanted) => withElements(values).some((value) => isOfType(value, wanted)),
  $not: (values, wanted) => !testField(values, wanted),
}

export const isOperators = (condition: unknown): condition is Doc =>
  isDoc(condition) && Object.keys(condition).some((key) => key.startsWith('$'))

function testField(values: unknown[], condition: unknown): boolean {
  if (kindOf(condition) === 'regex') throw new PeerError(2, 'this peer knows no regular expressions')
  if (!isOperators(condition)) return equalsAny(values, condition)
  return Object.entries(condition).every(([operator, wanted]) => {
    const test = TESTS[operator]
    if (!test) throw new PeerError(2, `unknown operator: ${operator}`)
    return test(values, wanted)
  })
}

const clauses = (operator: string, value: unknown): Doc[] => {
  const list = listOf(operator, value)
  if (list.length === 0) throw new PeerError(2, `${operator} must be a nonempty array`)
  return list.map((item) => {
    if (!isDoc(item)) throw new PeerError(2, `${operator} entries need to be full objects`)
    return item
  })
}

/** Whether a document satisfies a query filter. An operator that this peer does not know is an error, never "no". */
export function matches(doc: Doc, filter: Doc): boolean {
  return Object.entries(filter).every(([key, condition]) => {
    if (key === '$and') return clauses(key, condition).every((clause) => matches(doc, clause))
    if (key === '$or') return clauses(key, condition).some((clause) => matches(doc, clause))
    if (key === '$nor') return !clauses(key, condition).some((clause) => matches(doc, clause))
    if (key === '$comment') return true
    if (key.startsWith('$')) throw new PeerError(2, `unknown top level operator: ${key}`)
    return testField(valuesAt(doc, key), condition)
  })
}

/** Refuses an unknown operator also where no document would have reached it. */
export function checkFilter(filter: Doc): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' || key === '$or' || key === '$nor') clauses(key, condition).forEach(checkFilter)
    else matches({}, { [key]: condition })
    if (!key.startsWith('$') && isOperators(condition))
      for (const [operator, wanted] of Object.entries(condition)) matches({}, { [key]: { [operator]: wanted } })
  }
}
