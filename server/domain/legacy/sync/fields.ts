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

function* walk(value: unknown, path: string, depth: number): Generator<Field> {
  const type = typeOf(value)
  // Nothing says nothing about what a field is.
  if (type === 'null') return
  if (path !== '') yield { path, type }
  if (depth >= DEEPEST) return
  if (Array.isArray(value)) for (const item of value) yield* walk(item, `${path}[]`, depth + 1)
  else if (type === 'document' && isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      yield* walk(item, path === '' ? nameOf(key) : `${path}.${nameOf(key)}`, depth + 1)
    }
  }
}

/** The fields of a record, each once. Pure; never throws. */
export function fieldsOf({ fields }: Pick<SourceDocument, 'fields'>): Field[] {
  const found = new Map<string, Field>()
  // Ours: what we leave in documents that we have written.
  const { palmetto: _mark, ...theirs } = fields
  for (const field of walk(theirs, '', 0)) {
    if (found.size >= MOST) break
    found.set(`${field.path}\n${field.type}`, field)
  }
  return [...found.values()]
}
