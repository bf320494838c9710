import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import { isRecord, shortened, withoutNul } from './text.values.ts'

/** A field of a record in one of its types, e.g. { path: "address.zip", type: "string" }. */
export type Field = { path: string; type: string }

// A document may be anything: beyond these nobody reads the list any more.
const DEEPEST = 4
const MOST = 300
const LONGEST = 200

/** Types of relaxed Extended JSON, by the one key that tells them. */
const TAGGED: Record<string, string> = {
  $oid: 'objectId',
  $date: 'date',
  $numberLong: 'number',
  $numberDecimal: 'number',
  $numberDouble: 'number',
  $binary: 'binary',
  $regularExpression: 'regex',
  $timestamp: 'timestamp',
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  if (!isRecord(value)) return typeof value
  const [only] = Object.keys(value)
  return (only !== undefined && Object.hasOwn(TAGGED, only) ? TAGGED[only] : undefined) ?? 'document'
}

const PLAIN = /^[\w ]{1,200}$/
const nameOf = (key: string) => (PLAIN.test(key) ? key : shortened(withoutNul(key).toWellFormed(), LONGEST))

type Seen = Map<string, Field>

function walk(value: unknown, path: string, depth: number, found: Seen): void {
  const type = typeOf(value)
  // Nothing says nothing about what a field is.
  if (type === 'null' || found.size >= MOST) return
  if (path !== '') {
    const key = `${path}\n${type}`
    if (!found.has(key)) found.set(key, { path, type })
  }
  if (depth >= DEEPEST) return
  if (Array.isArray(value)) for (const item of value) walk(item, `${path}[]`, depth + 1, found)
  else if (type === 'document' && isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      walk(item, path === '' ? nameOf(key) : `${path}.${nameOf(key)}`, depth + 1, found)
    }
  }
}

/** The fields of a record, each once. Pure; never throws. */
export function fieldsOf({ fields }: Pick<SourceDocument, 'fields'>): Field[] {
  const found: Seen = new Map()
  // Ours: what we leave in documents that we have written.
  const { palmetto: _mark, ...theirs } = fields
  walk(theirs, '', 0, found)
  return [...found.values()]
}
