import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  BSONType,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'

export type Doc = { [field: string]: unknown }

/** What an empty array sorts as: before null, after MinKey. */
export const EMPTY = Symbol('empty array')

// MongoDB's comparison order of types. Queries compare only within one of these brackets.
const ORDER = [
  'minKey',
  'empty',
  'null',
  'number',
  'string',
  'object',
  'array',
  'binData',
  'objectId',
  'bool',
  'date',
  'timestamp',
  'regex',
  'javascript',
  'maxKey',
] as const
export type Kind = (typeof ORDER)[number]

const RANK = new Map<Kind, number>(ORDER.map((kind, index) => [kind, index]))

const isNumber = (value: unknown): value is number | Int32 | Double | Long | Decimal128 =>
  typeof value === 'number' ||
  value instanceof Int32 ||
  value instanceof Double ||
  value instanceof Decimal128 ||
  (value instanceof Long && !(value instanceof Timestamp))

/** The comparison bracket of a value. */
export function kindOf(value: unknown): Kind {
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'string' || value instanceof BSONSymbol) return 'string'
  if (isNumber(value)) return 'number'
  if (typeof value === 'boolean') return 'bool'
  if (value === EMPTY) return 'empty'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof ObjectId) return 'objectId'
  if (value instanceof Timestamp) return 'timestamp'
  if (value instanceof Binary) return 'binData'
  if (value instanceof BSONRegExp) return 'regex'
  if (value instanceof MinKey) return 'minKey'
  if (value instanceof MaxKey) return 'maxKey'
  if (value instanceof Code) return 'javascript'
  return 'object'
}

export const rankOf = (value: unknown) => RANK.get(kindOf(value)) ?? 0

/** True for an embedded document, false for arrays and for BSON's own classes. */
export const isDoc = (value: unknown): value is Doc => kindOf(value) === 'object'

/** A BSON number of any width as a JavaScript number; NaN for anything else. */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  if (value instanceof Int32 || value instanceof Double) return value.value
  if (value instanceof Long) return value.toNumber()
  if (value instanceof Decimal128) return Number(value.toString())
  return Number.NaN
}

/** A string that is equal exactly for values that compare equal: 1, "1" and an ObjectId stay apart. */
export function keyOf(value: unknown): string {
  const kind = kindOf(value)
  if (kind === 'null') return 'null'
  if (kind === 'number') {
    const number = numberOf(value)
    return value instanceof Long && !Number.isSafeInteger(number) ? `n:${value.toString()}` : `n:${number}`
  }
  if (kind === 'string') return `s:${String(value)}`
  if (kind === 'bool') return `b:${String(value)}`
  if (value instanceof Date) return `d:${value.getTime()}`
  if (value instanceof ObjectId) return `o:${value.toHexString()}`
  if (value instanceof Binary) return `x:${value.sub_type}:${value.toString('hex')}`
  if (Array.isArray(value)) return `[${value.map((item) => JSON.stringify(keyOf(item))).join()}]`
  if (isDoc(value))
    return `{${Object.entries(value)
      .map(([field, item]) => JSON.stringify([field, keyOf(item)]))
      .join()}}`
  return `${kind}:${JSON.stringify(value)}`
}

const KIND_TYPES: Record<Exclude<Kind, 'number' | 'empty'>, number> = {
  minKey: BSONType.minKey,
  null: BSONType.null,
  string: BSONType.string,
  object: BSONType.object,
  array: BSONType.array,
  binData: BSONType.binData,
  objectId: BSONType.objectId,
  bool: BSONType.bool,
  date: BSONType.date,
  timestamp: BSONType.timestamp,
  regex: BSONType.regex,
  javascript: BSONType.javascript,
  maxKey: BSONType.maxKey,
}

/** BSON's number for the exact type, e.g. 16 for a 32-bit integer. */
export function typeNumberOf(value: unknown): number {
  const kind = kindOf(value)
  if (kind === 'empty') return BSONType.array
  if (kind !== 'number') return KIND_TYPES[kind]
  if (value instanceof Int32) return BSONType.int
  if (value instanceof Long) return BSONType.long
  if (value instanceof Decimal128) return BSONType.decimal
  return BSONType.double
}
