import { BSON, type Document } from 'mongodb'

/**
 * MongoDB's order of types, as far as an `_id` can have them. A comparison never looks beyond its own type, so whoever
 * walks by `_id` walks type by type.
 */
const LANES = [
  { name: 'minKey', types: ['minKey'] },
  { name: 'null', types: ['null'] },
  { name: 'number', types: ['number'] },
  { name: 'string', types: ['string', 'symbol'] },
  { name: 'object', types: ['object'] },
  { name: 'binData', types: ['binData'] },
  { name: 'objectId', types: ['objectId'] },
  { name: 'bool', types: ['bool'] },
  { name: 'date', types: ['date'] },
  { name: 'timestamp', types: ['timestamp'] },
  { name: 'other', types: ['dbPointer', 'javascript', 'javascriptWithScope', 'maxKey'] },
] as const
type LaneName = (typeof LANES)[number]['name']

export const LANE_COUNT = LANES.length

const NUMBERS = [BSON.Long, BSON.Double, BSON.Int32, BSON.Decimal128]

function nameOf(id: unknown): LaneName {
  if (id === null || id === undefined) return 'null'
  // Before the numbers: the driver's Timestamp is a kind of Long.
  if (id instanceof BSON.Timestamp) return 'timestamp'
  if (typeof id === 'number' || typeof id === 'bigint' || NUMBERS.some((kind) => id instanceof kind)) return 'number'
  if (typeof id === 'string' || id instanceof BSON.BSONSymbol) return 'string'
  if (typeof id === 'boolean') return 'bool'
  if (id instanceof Date) return 'date'
  if (id instanceof BSON.ObjectId) return 'objectId'
  if (id instanceof BSON.Binary) return 'binData'
  if (id instanceof BSON.MinKey) return 'minKey'
  if ([BSON.MaxKey, BSON.Code, BSON.DBRef].some((kind) => id instanceof kind)) return 'other'
  return 'object'
}

export const laneOf = (id: unknown): number => LANES.findIndex(({ name }) => name === nameOf(id))

const isNaNumber = (id: unknown) => Number.isNaN(id instanceof BSON.Double ? id.value : id)

/** Greater ids of the same type. NaN sorts before all numbers and is greater or less than none of them. */
const greater = (id: unknown): Document => (isNaNumber(id) ? { $gte: Number.NEGATIVE_INFINITY } : { $gt: id })

/** Ids after `id`: greater ones of its own type, and all of the types that sort later. */
export function idsAfter(id: unknown): Document[] {
  const later = LANES.slice(laneOf(id) + 1).flatMap(({ types }) => types)
  return [{ _id: greater(id) }, ...later.map((type) => ({ _id: { $type: type } }))]
}

const typesOf = (lane: number): string[] => [...(LANES[lane]?.types ?? [])]

/** The ids of one type, or those of them after `id`. */
export const idsInLane = (lane: number, after: { id: unknown } | null): Document => ({
  _id: { ...(after ? greater(after.id) : {}), $type: typesOf(lane) },
})

/** The ids after `from` (none: from the first) and up to `to` (none: to the last). */
export function idsBetween(from: { id: unknown } | null, to: { id: unknown } | null): Document {
  const [first, last] = [from ? laneOf(from.id) : -1, to ? laneOf(to.id) : LANES.length]
  if (from && to && first === last) return { _id: { ...greater(from.id), $lte: to.id } }
  const whole = LANES.slice(first + 1, last).flatMap(({ types }) => types)
  return {
    $or: [
      ...(from ? [{ _id: { ...greater(from.id), $type: typesOf(first) } }] : []),
      ...(whole.length > 0 ? [{ _id: { $type: whole } }] : []),
      ...(to ? [{ _id: { $lte: to.id, $type: typesOf(last) } }] : []),
    ],
  }
}

export const idsAmong = (ids: readonly unknown[]): Document => ({ _id: { $in: [...ids] } })

// An index takes no key of more than a few kilobytes. What is cut compares as equal, never the wrong way round.
const LONGEST = 400

function orderedDouble(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  // NaN sorts first; 0 and -0 are one number.
  if (Number.isNaN(value)) return bytes
  bytes.writeDoubleBE(value === 0 ? 0 : value)
  if (value < 0) for (let at = 0; at < 8; at += 1) bytes[at] = ~(bytes[at] ?? 0) & 0xff
  else bytes[0] = (bytes[0] ?? 0) | 0x80
  return bytes
}

const ordered64 = (value: bigint) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value + (1n << 63n)))
  return bytes
}

/** As a double, with what the double could not hold of a 64-bit integer behind it. */
function orderedNumber(id: unknown): Buffer {
  if (typeof id === 'bigint' || id instanceof BSON.Long) {
    const exact = typeof id === 'bigint' ? id : id.toBigInt()
    const near = Number(exact)
    return Buffer.concat([orderedDouble(near), ordered64(exact - BigInt(near))])
  }
  return Buffer.concat([orderedDouble(Number(String(id))), ordered64(0n)])
}

function orderedBinary({ buffer, sub_type, position }: BSON.Binary): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt32BE(position)
  head[4] = sub_type
  return Buffer.concat([head, buffer.subarray(0, Math.min(position, LONGEST))])
}

function withinLane(id: unknown): Buffer {
  switch (nameOf(id)) {
    case 'number':
      return orderedNumber(id)
    case 'string':
      return Buffer.from(String(id)).subarray(0, LONGEST)
    case 'objectId':
      return id instanceof BSON.ObjectId ? Buffer.from(id.id) : Buffer.alloc(0)
    case 'binData':
      return id instanceof BSON.Binary ? orderedBinary(id) : Buffer.alloc(0)
    case 'bool':
      return Buffer.from([id === true ? 1 : 0])
    case 'date':
      return ordered64(BigInt(Number(id)))
    default:
      return Buffer.alloc(0)
  }
}

/**
 * The place of an `_id` in MongoDB's own order, as bytes that compare as the ids do: what lies between two documents there
 * can be asked for here. Rare kinds of ids (documents, timestamps) and Decimal128 beyond a double share a place.
 */
export const orderOf = (id: unknown): Buffer =>
  Buffer.concat([startOfLane(laneOf(id)), Buffer.from([1]), withinLane(id)])

/** Before every id of a type and after every id of the types before it. */
export const startOfLane = (lane: number): Buffer => Buffer.from([lane])
