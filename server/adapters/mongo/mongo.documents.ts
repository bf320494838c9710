import { createHash } from 'node:crypto'
import { BSON } from 'mongodb'
import { orderOf } from './mongo.order.ts'

/** The collections that the sync follows, under the names the old system gave them. */
export type SourceStream =
  | 'offices'
  | 'agents'
  | 'contacts'
  | 'listings'
  | 'savedSearches'
  | 'sentAlerts'
  | 'notes'
  | 'tasks'
  | 'appointments'
  | 'deals'
  | 'photos'
  | 'leads'

/**
 * One document of the old system. `fields` is relaxed Extended JSON: plain values, with `{ $oid }` and `{ $date }` where
 * JSON has no word; so what reads it needs no driver.
 */
export type SourceDocument = {
  /** "o:<hex>", "s:<string>", "n:<number>", else "x:<canonical EJSON>": 1, "1" and an ObjectId stay apart. */
  sourceId: string
  /** The `_id` in canonical Extended JSON, for the cursor. */
  idJson: string
  /** Its place among the ids of its collection, as bytes that compare as MongoDB compares the ids. */
  order: Uint8Array
  /** Null when the document has no usable date of change. */
  updatedAt: Date | null
  /** SHA-256 of the raw document. */
  hash: Uint8Array
  raw: Uint8Array
  fields: Record<string, unknown>
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// PostgreSQL refuses NUL and lone surrogates in a key; Extended JSON escapes them.
const isStorable = (text: string) => !text.includes('\u0000') && text.isWellFormed()

// An index holds no key of more than a few kilobytes; a longer one would stop even the quarantine.
const LONGEST_KEY = 500
const keyed = (key: string) =>
  key.length > LONGEST_KEY ? `x:sha256:${createHash('sha256').update(key).digest('hex')}` : key

/** The identity of a value in relaxed Extended JSON; the same for a document's `_id` and for what refers to it. */
export function sourceIdOf(value: unknown): string {
  if (typeof value === 'number') return `n:${value}`
  if (typeof value === 'string' && isStorable(value)) return keyed(`s:${value}`)
  if (isRecord(value) && typeof value.$oid === 'string' && /^[0-9a-f]{24}$/.test(value.$oid)) return `o:${value.$oid}`
  return keyed(`x:${JSON.stringify(value) ?? 'undefined'}`)
}

const toPlain = (value: unknown): unknown => BSON.EJSON.serialize({ value }, { relaxed: true }).value

export function decodeDocument(raw: Uint8Array): SourceDocument {
  const document = BSON.deserialize(raw, { validation: { utf8: false } })
  const fields = toPlain(document)
  const { updatedAt, _id } = document
  const isTooLong = _id instanceof BSON.Long
  return {
    sourceId: isTooLong ? `n:${_id.toString()}` : sourceIdOf(toPlain(_id)),
    idJson: BSON.EJSON.stringify({ _id }, { relaxed: false }),
    order: orderOf(_id),
    updatedAt: updatedAt instanceof Date && !Number.isNaN(updatedAt.getTime()) ? updatedAt : null,
    hash: createHash('sha256').update(raw).digest(),
    raw,
    fields: isRecord(fields) ? fields : {},
  }
}

export const idFromJson = (idJson: string): unknown => BSON.EJSON.parse(idJson, { relaxed: false })._id
