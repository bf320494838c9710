import { BSON, type Document } from 'mongodb'

/** MongoDB's order of types, as far as an `_id` can have them. A comparison never looks beyond its own type. */
const LANES = ['null', 'number', 'string', 'object', 'binData', 'objectId', 'bool', 'date', 'timestamp'] as const

function laneOf(id: unknown): (typeof LANES)[number] {
  if (id === null || id === undefined) return 'null'
  if (typeof id === 'number' || typeof id === 'bigint') return 'number'
  if (typeof id === 'string') return 'string'
  if (typeof id === 'boolean') return 'bool'
  if (id instanceof Date) return 'date'
  if (id instanceof BSON.ObjectId) return 'objectId'
  if (id instanceof BSON.Timestamp) return 'timestamp'
  if (id instanceof BSON.Binary) return 'binData'
  const isNumber = [BSON.Long, BSON.Double, BSON.Int32, BSON.Decimal128].some((kind) => id instanceof kind)
  return isNumber ? 'number' : 'object'
}

/** Ids after `id`: greater ones of its own type, and all of the types that sort later. */
function idsAfter(id: unknown): Document[] {
  const later = LANES.slice(LANES.indexOf(laneOf(id)) + 1)
  return [{ _id: { $gt: id } }, ...later.map((type) => ({ _id: { $type: type } }))]
}

type Position = { updatedAt: Date; id: unknown }

/** Documents after a position in the order (updatedAt, _id), up to and including `until`. */
export function changedAfter(position: Position | null, until: Date): Document {
  if (!position) return { updatedAt: { $lte: until } }
  const { updatedAt, id } = position
  return {
    $or: [{ updatedAt: { $gt: updatedAt, $lte: until } }, ...idsAfter(id).map((after) => ({ updatedAt, ...after }))],
  }
}

// Every type but "date"; spelled out, because a range of types can use the index and its complement cannot.
const OTHER_TYPES = [
  ...['double', 'int', 'long', 'decimal', 'string', 'object', 'array', 'binData', 'undefined', 'objectId', 'bool'],
  ...['timestamp', 'regex', 'javascript', 'javascriptWithScope', 'symbol', 'minKey', 'maxKey'],
]

/** Documents that no position can ever reach: without a date of change, or with one that lies in the future. */
export const unreachableAt = (now: Date): Document => ({
  $or: [{ updatedAt: null }, { updatedAt: { $type: OTHER_TYPES } }, { updatedAt: { $gt: now } }],
})
