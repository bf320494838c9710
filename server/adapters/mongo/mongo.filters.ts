import type { Document } from 'mongodb'
import { idsAfter } from './mongo.order.ts'

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
