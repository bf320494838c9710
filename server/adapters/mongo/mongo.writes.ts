import { createHash } from 'node:crypto'
import { BSON, type Collection, type Document, MongoServerError } from 'mongodb'
import { idFromJson } from './mongo.documents.ts'

/** Fields in relaxed Extended JSON; undefined takes one away. */
export type SetFields = Readonly<Record<string, unknown>>

/**
 * What we want to be so in one document. `before` is the document as it was read: the change happens to exactly that one
 * or not at all. `version` is ours and only ever grows.
 */
export type SourceChange =
  | { kind: 'insert'; idJson: string; base: Uint8Array | null; set: SetFields; version: number }
  | { kind: 'update'; before: Uint8Array; set: SetFields; version: number }
  | { kind: 'remove'; before: Uint8Array }

/** `moved`: the document is not the one that was read any more. `refused`: the server will not have it, however often it is asked. */
export type ChangeOutcome = { outcome: 'written' | 'moved' } | { outcome: 'refused'; detail: string }

/** What we leave in a document that we have written: which version, and what all the rest of it was then. */
export type WriteMark = { version: number; isUntouched: boolean }

/** Under this name; nobody over there knows it, so it stays as it is. */
const MARK = 'palmetto'

const DUPLICATE_KEY = 11000
/** Not about the document: the server is going, is not the primary, has no time, or does not know us. */
const ABOUT_THE_SERVER = new Set([6, 7, 11, 13, 18, 50, 64, 89, 91, 189, 9001, 10107, 11600, 11602, 13435, 13436])

// Numbers keep their width and ids their kind: what is compared has to be what stands there.
const decode = (raw: Uint8Array): Document =>
  BSON.deserialize(raw, { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One text for one content: the order of fields says nothing, and the server may change it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null'
  const parts = Object.keys(value).sort()
  return `{${parts.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`
}

/** Of everything in a document but our mark. Relaxed: 3 as a double and 3 as an integer say the same. */
function digestOf(document: Document): string {
  const { [MARK]: _mark, ...rest } = document
  const plain: unknown = BSON.EJSON.serialize(BSON.deserialize(BSON.serialize(rest)), { relaxed: true })
  return createHash('sha256').update(canonical(plain)).digest('hex').slice(0, 32)
}

/** The mark in a document, or null where we have never written. */
export function markOf(raw: Uint8Array): WriteMark | null {
  const document = decode(raw)
  const mark: unknown = document[MARK]
  if (!isRecord(mark)) return null
  const version = Number(mark.version)
  return Number.isSafeInteger(version) ? { version, isUntouched: mark.digest === digestOf(document) } : null
}

const asRead = (value: unknown): Document => (value === undefined ? { $exists: false } : { $eq: value })

function filterOf(before: Document, touched: readonly string[]): Document {
  const { _id, updatedAt } = before
  const mark: unknown = before[MARK]
  const version = isRecord(mark) ? mark.version : undefined
  return {
    _id,
    updatedAt: asRead(updatedAt),
    [`${MARK}.version`]: asRead(version),
    ...Object.fromEntries(touched.map((name) => [name, asRead(before[name])])),
  }
}

const toBson = (set: SetFields): Document => {
  const told = Object.entries(set).filter(([, value]) => value !== undefined)
  return BSON.EJSON.deserialize(Object.fromEntries(told), { relaxed: true })
}

function marked(document: Document, set: SetFields, version: number): Document {
  const { [MARK]: _mark, ...rest } = document
  const taken = Object.keys(set).filter((name) => set[name] === undefined)
  const next: Document = { ...rest, ...toBson(set) }
  for (const name of taken) delete next[name]
  return { ...next, [MARK]: { version, digest: digestOf(next) } }
}

async function tryChange(collection: Collection, change: SourceChange, timeoutMs: number): Promise<boolean> {
  const options = { maxTimeMS: timeoutMs, writeConcern: { w: 'majority' as const, wtimeoutMS: timeoutMs } }
  if (change.kind === 'insert') {
    const { _id: _before, ...base } = change.base ? decode(change.base) : {}
    await collection.insertOne(marked({ _id: idFromJson(change.idJson), ...base }, change.set, change.version), options)
    return true
  }
  const before = decode(change.before)
  if (change.kind === 'remove') {
    const { deletedCount } = await collection.deleteOne(filterOf(before, []), options)
    return deletedCount === 1
  }
  const { set, version } = change
  const names = Object.keys(set).filter((name) => name !== 'updatedAt')
  const after = marked(before, set, version)
  const $set = Object.fromEntries([...Object.keys(set), MARK].flatMap((n) => (n in after ? [[n, after[n]]] : [])))
  const gone = names.filter((name) => set[name] === undefined)
  const $unset = gone.length > 0 ? { $unset: Object.fromEntries(gone.map((name) => [name, ''])) } : {}
  const { matchedCount } = await collection.updateOne(filterOf(before, names), { $set, ...$unset }, options)
  return matchedCount === 1
}

/** Makes one change, or says why not. Throws when the server is away: then nobody knows whether it happened. */
export async function writeChange(
  collection: Collection,
  change: SourceChange,
  timeoutMs: number,
): Promise<ChangeOutcome> {
  try {
    return { outcome: (await tryChange(collection, change, timeoutMs)) ? 'written' : 'moved' }
  } catch (error) {
    if (!(error instanceof MongoServerError) || typeof error.code !== 'number' || ABOUT_THE_SERVER.has(error.code))
      throw error
    if (error.code === DUPLICATE_KEY) return { outcome: 'moved' }
    return { outcome: 'refused', detail: `${error.codeName ?? error.code}: ${error.message.slice(0, 200)}` }
  }
}
