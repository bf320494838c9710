import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Db, MongoClient } from 'mongodb'
import { connectLegacy, type LegacySource } from '#server/adapters/mongo/mongo.ts'
import { STREAMS } from '#server/domain/legacy/legacy.words.ts'
import { freePort } from '#world/ports.ts'

export const DATABASE = 'bench'

export type Doc = { _id: number; [field: string]: unknown }

/** A source that counts how often the other side is asked. */
function counting(source: LegacySource) {
  const asked = { times: 0 }
  const counted: LegacySource = {
    ...source,
    sourceTime: () => {
      asked.times += 1
      return source.sourceTime()
    },
    readPage: (...args) => {
      asked.times += 1
      return source.readPage(...args)
    },
    canFollow: (...args) => {
      asked.times += 1
      return source.canFollow(...args)
    },
    countUnreachable: (...args) => {
      asked.times += 1
      return source.countUnreachable(...args)
    },
  }
  return { asked, counted }
}

/** An old database on a process of its own, with `contacts` contacts of two hundred agents, all dated. */
export async function startSource() {
  const port = await freePort()
  const script = new URL('peer.run.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const url = `mongodb://127.0.0.1:${port}/?directConnection=true`
  const client = await new MongoClient(url, { retryWrites: false }).connect()
  const db = client.db(DATABASE)
  const source = connectLegacy({ url, database: DATABASE, timeoutMs: 60_000 })
  const { asked, counted } = counting(source)
  return {
    db,
    asked,
    legacy: counted,
    stop: async () => {
      await source.close()
      await client.close()
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
export type Source = Awaited<ReturnType<typeof startSource>>

const AGENTS = 200
const BATCH = 5_000
const LONG_AGO = Date.now() - 365 * 86_400_000

const anAgent = (_id: number): Doc => ({
  ...{ _id, name: `Agent ${_id}`, email: `agent-${_id}@palmetto.test`, phone: '843-555-0100', office: 'Beaufort' },
  ...{ role: 'agent', active: true, updatedAt: new Date(LONG_AGO) },
})

const aContact = (_id: number): Doc => ({
  ...{ _id, firstName: 'Ana', lastName: `No. ${_id}`, email: `ana-${_id}@mail.test`, phone: '843-555-0142' },
  ...{ agentId: _id % AGENTS, stage: 'active', source: 'Website', createdAt: new Date(LONG_AGO) },
  // Many share a moment, as imports leave them.
  updatedAt: new Date(LONG_AGO + Math.floor(_id / 40) * 1_000),
})

const aListing = (_id: number): Doc => ({
  ...{ _id, mlsNumber: `M${_id}`, status: 'Active', propertyType: 'SFR', price: 100_000 + _id, photos: [] },
  ...{ address: { street: '1 Oak St', city: 'Beaufort', state: 'SC', zip: '29902' }, loc: [-80.68, 32.43] },
  ...{ listedAt: new Date(LONG_AGO), updatedAt: new Date(LONG_AGO) },
})

/** A small old database; says which phone number and which price in dollars each of its documents has. */
export async function fillFew(db: Db, size: { contacts: number; listings: number }) {
  const [contacts, listings] = [new Map<number, string>(), new Map<number, number>()]
  for (const name of STREAMS) await db.collection(name).createIndex({ updatedAt: 1, _id: 1 })
  await db.collection<Doc>('agents').insertMany(Array.from({ length: AGENTS }, (_, id) => anAgent(id)))
  await db.collection<Doc>('contacts').insertMany(Array.from({ length: size.contacts }, (_, id) => aContact(id)))
  await db.collection<Doc>('listings').insertMany(Array.from({ length: size.listings }, (_, id) => aListing(id)))
  for (let id = 0; id < size.contacts; id += 1) contacts.set(id, '(843) 555-0142')
  for (let id = 0; id < size.listings; id += 1) listings.set(id, 100_000 + id)
  return { contacts, listings }
}

/** Adds contacts up to `count`, from `from` on. */
export async function fill({ db }: Source, from: number, count: number): Promise<void> {
  for (const name of STREAMS) await db.collection(name).createIndex({ updatedAt: 1, _id: 1 })
  if (from === 0) await db.collection<Doc>('agents').insertMany(Array.from({ length: AGENTS }, (_, id) => anAgent(id)))
  for (let at = from; at < count; at += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - at) }, (_, index) => aContact(at + index))
    await db.collection<Doc>('contacts').insertMany(batch, { ordered: false })
  }
}
