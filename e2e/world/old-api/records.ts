import { type Collection, type Db, ObjectId } from 'mongodb'
import type { LegacyDoc, LegacyId } from '#world/legacy/documents.ts'
import type { Handler, Route } from './http.ts'

/** The old site's addresses, and the collections behind them. */
export const KINDS = {
  agents: 'agents',
  contacts: 'contacts',
  listings: 'listings',
  'saved-searches': 'savedSearches',
  notes: 'notes',
  tasks: 'tasks',
  deals: 'deals',
} as const
export type Kind = keyof typeof KINDS

const HEX = /^[0-9a-f]{24}$/i
const MOST = 100

/** Nobody ever settled what an id is: an address may mean any of these. */
const idsMeantBy = (text: string): LegacyId[] => [
  ...(HEX.test(text) ? [new ObjectId(text)] : []),
  text,
  ...(/^-?\d{1,15}$/.test(text) ? [Number(text)] : []),
]

/** Ids are spoken as strings and, since some year, stored as what they are. Dates stay the strings they came as. */
const storable = (body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const isReference = name.endsWith('Id') && typeof value === 'string' && HEX.test(value)
      return [name, isReference ? new ObjectId(value) : value]
    }),
  )

export const collectionOf = (db: Db, kind: Kind): Collection<LegacyDoc> => db.collection<LegacyDoc>(KINDS[kind])

export async function findRecord(db: Db, kind: Kind, id: string): Promise<LegacyDoc | null> {
  return collectionOf(db, kind).findOne({ _id: { $in: idsMeantBy(id) } })
}

/** The newest first, by what the address asks for; a value is compared as every kind of id that it may be. */
export async function findRecords(db: Db, kind: Kind, query: URLSearchParams): Promise<LegacyDoc[]> {
  const { limit, skip, ...wanted } = Object.fromEntries(query)
  const filter = Object.fromEntries(
    Object.entries(wanted).flatMap(([name, text]) =>
      name.startsWith('$') ? [] : [[name, { $in: idsMeantBy(text) }] as const],
    ),
  )
  return collectionOf(db, kind)
    .find(filter)
    .sort({ updatedAt: -1, _id: -1 })
    .skip(Number(skip) || 0)
    .limit(Math.min(Number(limit) || MOST, MOST))
    .toArray()
}

const missing = { status: 404, json: { error: 'Not found' } }

const read =
  (db: Db, kind: Kind): Handler =>
  async ({ params }) => {
    const found = await findRecord(db, kind, params.id ?? '')
    return found ? { json: found } : missing
  }

const create =
  (db: Db, kind: Kind): Handler =>
  async ({ body }) => {
    const { _id, ...rest } = storable(body)
    const now = new Date()
    const record: LegacyDoc = { _id: new ObjectId(), ...rest, createdAt: now, updatedAt: now }
    await collectionOf(db, kind).insertOne(record)
    return { status: 201, json: record }
  }

/** Sets what was sent and nothing else, unread; the date of change is this server's. */
const change =
  (db: Db, kind: Kind): Handler =>
  async ({ params, body }) => {
    const { _id, ...rest } = storable(body)
    const collection = collectionOf(db, kind)
    const found = await findRecord(db, kind, params.id ?? '')
    if (!found) return missing
    await collection.updateOne({ _id: found._id }, { $set: { ...rest, updatedAt: new Date() } })
    return { json: await collection.findOne({ _id: found._id }) }
  }

/** The old site forgets at once and for good. */
const remove =
  (db: Db, kind: Kind): Handler =>
  async ({ params }) => {
    const found = await findRecord(db, kind, params.id ?? '')
    if (!found) return missing
    await collectionOf(db, kind).deleteOne({ _id: found._id })
    return { json: { ok: true } }
  }

const isKind = (name: string): name is Kind => name in KINDS

/** What the old site's own pages call: every kind of record in the same few ways. */
export const recordRoutes = (db: Db): Route[] =>
  Object.keys(KINDS)
    .filter(isKind)
    .flatMap((kind): Route[] => [
      ['GET', `/api/${kind}`, async ({ query }) => ({ json: await findRecords(db, kind, query) })],
      ['GET', `/api/${kind}/:id`, read(db, kind)],
      ['POST', `/api/${kind}`, create(db, kind)],
      ['PUT', `/api/${kind}/:id`, change(db, kind)],
      ['DELETE', `/api/${kind}/:id`, remove(db, kind)],
    ])
