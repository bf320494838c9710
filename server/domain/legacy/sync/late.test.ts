import { spawn } from 'node:child_process'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectLegacy, type LegacySource } from '#server/adapters/mongo/mongo.ts'
import type { Failpoint } from '#server/failpoint.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice } from '#server/testing/factories.ts'
import { aMaster } from '#server/testing/masters.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { welcome } from './arrivals.ts'
import { aContactDoc, aListingDoc, anAgentDoc, aSearchDoc, type Doc, NOON, seconds } from './documents.fixture.ts'
import { applyTo } from './lanes.ts'
import { KEPT } from './reading.ts'
import { runSync } from './run.ts'
import { isOurTurn } from './turn.ts'

// Documents that name somebody who comes after them. One old database for all tests, each with documents of its own.
let peer: MongoPeer
let client: MongoClient
let legacy: LegacySource
let own: Awaited<ReturnType<typeof ownDatabase>>
let runs = 0
let clock = NOON

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0, now: () => clock })
  client = await new MongoClient(peer.url).connect()
  legacy = connectLegacy({ url: peer.url, database: 'legacy', timeoutMs: 2_000 })
  own = await ownDatabase()
  await anOffice({ name: 'Beaufort' }, own.db)
  await put('agents', anAgentDoc('keeper'))
})
afterAll(async () => {
  await legacy.close()
  await client.close()
  await peer.stop()
  await own.close()
})

/** Each is written a second after the one before: the lane of dates does not look back. */
const put = async (name: string, ...docs: Doc[]) => {
  const collection = client.db('legacy').collection<Doc>(name)
  await collection.createIndex({ updatedAt: 1, _id: 1 })
  for (const doc of docs) {
    clock = new Date(clock.getTime() + 1_000)
    await collection.replaceOne({ _id: doc._id }, { ...doc, updatedAt: clock }, { upsert: true })
  }
}
const sync = async () => {
  runs += 1
  const results = await runSync({ db: own.db, legacy, now: () => clock, log }, { jobRunId: `run-${runs}`, lagMs: 0 })
  return Object.fromEntries(results.map((one) => [one.stream, one]))
}

const NAMING = ['notes', 'tasks', 'appointments', 'deals', 'leads', 'savedSearches', 'listings'] as const
type Naming = (typeof NAMING)[number]

/** One record of each kind with contact, agent and home of this name. */
const all = (name: string): Record<Naming, Doc> => {
  const about = { _id: name, contactId: name, agentId: `a-${name}`, updatedAt: NOON, createdAt: NOON }
  const withHome = { ...about, listingId: `h-${name}` }
  return {
    notes: { ...about, body: 'Wants a porch.' },
    tasks: { ...about, title: 'Call', dueDate: '2026-11-24' },
    appointments: { ...withHome, start: seconds(9_000), type: 'Showing' },
    deals: { ...withHome, stage: 'offer', side: 'buyer', price: 400_000 },
    leads: { ...withHome, name: 'Ana', email: `lead-${name}@mail.test`, status: 'new' },
    savedSearches: { ...aSearchDoc(name, name), agentId: `a-${name}` },
    listings: aListingDoc(`l-${name}`, { agentId: `a-${name}` }),
  }
}
const putAll = async (name: string) => {
  await put('contacts', aContactDoc(name, 'keeper'))
  for (const stream of NAMING) await put(stream, all(name)[stream])
}
const arriveFor = async (name: string) => {
  await put('agents', anAgentDoc(`a-${name}`))
  await put('listings', aListingDoc(`h-${name}`))
}

const recordOf = (stream: Naming | 'agents', id: string) =>
  own.db.legacyRecord.findUniqueOrThrow({ where: { stream_sourceId: { stream, sourceId: `s:${id}` } } })
const targetOf = async (stream: Naming | 'agents', id: string) => (await recordOf(stream, id)).targetId

/** Whom each of the records names here. */
async function linksOf(name: string) {
  const at = async (stream: Naming) => ({ where: { id: await targetOf(stream, name) } })
  const [note, task, appointment] = [
    await own.db.note.findUniqueOrThrow(await at('notes')),
    await own.db.task.findUniqueOrThrow(await at('tasks')),
    await own.db.appointment.findUniqueOrThrow(await at('appointments')),
  ]
  const [deal, lead, search] = [
    await own.db.deal.findUniqueOrThrow(await at('deals')),
    await own.db.inquiry.findUniqueOrThrow({ ...(await at('leads')), select: { agentId: true, listingId: true } }),
    await own.db.savedSearch.findUniqueOrThrow(await at('savedSearches')),
  ]
  const listing = await own.db.listing.findUniqueOrThrow({ where: { id: await targetOf('listings', `l-${name}`) } })
  return {
    agents: {
      ...{ notes: note.authorId, tasks: task.assigneeId, appointments: appointment.ownerId, deals: deal.agentId },
      ...{ leads: lead.agentId, savedSearches: search.ownerId, listings: listing.listAgentId },
    },
    homes: { appointments: appointment.listingId, deals: deal.listingId, leads: lead.listingId },
  }
}
const everywhere = async (name: string) => {
  const [agent, home] = [await targetOf('agents', `a-${name}`), await targetOf('listings', `h-${name}`)]
  return {
    agents: Object.fromEntries(NAMING.map((stream) => [stream, agent])),
    homes: { appointments: home, deals: home, leads: home },
  }
}
const marked = async (name: string) => {
  const rows = await own.db.$queryRaw<
    { id: string }[]
  >`SELECT source_id AS id FROM legacy_record WHERE extra ? '$wants'`
  return rows.filter(({ id }) => id.endsWith(name))
}

test('whoever names an agent or a home that comes later is linked with it, as if it had been there before', async () => {
  await putAll('late')
  expect(await sync()).toMatchObject({ notes: { inserted: 1, waiting: 0 }, appointments: { inserted: 1 } })
  const keeper = await targetOf('agents', 'keeper')
  expect(await linksOf('late')).toEqual({
    agents: {
      ...{ tasks: keeper, appointments: keeper, deals: keeper, leads: keeper },
      ...{ notes: null, savedSearches: null, listings: null },
    },
    homes: { appointments: null, deals: null, leads: null },
  })
  expect(await recordOf('appointments', 'late')).toMatchObject({
    extra: { $wants: ['agents/s:a-late', 'listings/s:h-late'], listingId: 'h-late' },
  })
  const events = await own.db.listingEvent.count()
  await put('agents', anAgentDoc('a-late'))
  expect(await sync()).toMatchObject({ notes: { read: 0 }, deals: { read: 0, resolved: 0 } })
  const agent = await targetOf('agents', 'a-late')
  expect(await linksOf('late')).toMatchObject({
    agents: Object.fromEntries(NAMING.map((stream) => [stream, agent])),
    homes: { appointments: null, deals: null, leads: null },
  })
  await put('listings', aListingDoc('h-late'))
  await sync()
  expect(await linksOf('late')).toEqual(await everywhere('late'))
  // Nothing has happened to the home that got its agent: the one event is that of the other one.
  expect(await own.db.listingEvent.count()).toBe(events + 1)
  expect(await marked('late')).toEqual([])

  await arriveFor('early')
  await putAll('early')
  await sync()
  expect(await linksOf('early')).toEqual(await everywhere('early'))
  for (const stream of NAMING) {
    const [late, early] = stream === 'listings' ? ['l-late', 'l-early'] : ['late', 'early']
    const extras = [(await recordOf(stream, late)).extra, (await recordOf(stream, early)).extra]
    expect(JSON.stringify(extras[0]).replaceAll('late', 'early')).toBe(JSON.stringify(extras[1]))
  }
})

test('who is linked late is written once: reading everything again changes nothing', async () => {
  const stateOf = () =>
    Promise.all([
      own.db.legacyRecord.findMany({ orderBy: [{ stream: 'asc' }, { sourceId: 'asc' }] }),
      own.db.note.findMany({ orderBy: { id: 'asc' } }),
      own.db.task.findMany({ orderBy: { id: 'asc' } }),
      own.db.appointment.findMany({ orderBy: { id: 'asc' } }),
      own.db.deal.findMany({ orderBy: { id: 'asc' } }),
      own.db.inquiry.findMany({ orderBy: { id: 'asc' }, omit: { raw: true } }),
    ])
  await putAll('again')
  await sync()
  await arriveFor('again')
  await sync()
  const before = await stateOf()
  await own.db.legacyCursor.deleteMany()
  const results = Object.values(await sync())
  expect(results.reduce((sum, { inserted, updated }) => sum + inserted + updated, 0)).toBe(0)
  expect(results.reduce((sum, { read }) => sum + read, 0)).toBeGreaterThan(10)
  expect(await stateOf()).toEqual(before)
})

test('of more who wait than one transaction lets in, the next run lets in the rest', async () => {
  await putAll('many')
  await sync()
  await put('agents', anAgentDoc('a-many'))
  const documents = await legacy.lookUp('agents', ['{"_id":"a-many"}'])
  await own.db.$transaction(async (tx) => {
    await isOurTurn(tx)
    const { arrived } = await applyTo(tx, 'agents', documents, KEPT)
    expect(arrived).toEqual(['s:a-many'])
    await welcome(tx, { jobRunId: null, stream: 'agents', arrived }, { pages: 0 })
  })
  expect(await own.db.legacyArrival.findMany()).toEqual([{ stream: 'agents', sourceId: 's:a-many' }])
  expect((await linksOf('many')).agents.notes).toBeNull()
  await put('listings', aListingDoc('h-many'))
  await sync()
  expect(await linksOf('many')).toEqual(await everywhere('many'))
  expect(await own.db.legacyArrival.count()).toBe(0)
})

test('a lead that was answered here before its home came gets the home and keeps the answer', async () => {
  await putAll('told')
  await sync()
  const id = await targetOf('leads', 'told')
  const answeredById = await targetOf('agents', 'keeper')
  await own.db.inquiry.update({ where: { id }, data: { state: 'answered', answeredAt: NOON, answeredById } })
  await arriveFor('told')
  await sync()
  const home = await targetOf('listings', 'h-told')
  expect(await own.db.inquiry.findUnique({ where: { id }, omit: { raw: true } })).toMatchObject({
    ...{ listingId: home, state: 'answered', answeredById },
  })
})

test('a deal that both systems keep is linked late as long as nobody has edited it here', async () => {
  await putAll('both')
  await put('deals', { ...all('both').deals, _id: 'edited' })
  await sync()
  const edited = await targetOf('deals', 'edited')
  await own.db.deal.update({
    where: { id: edited },
    data: { priceCents: 1n, updatedAt: new Date(clock.getTime() + 1) },
  })
  const keeper = await targetOf('agents', 'keeper')
  await aMaster(own.db, 'deals', 'both', { id: keeper })
  await arriveFor('both')
  await sync()
  expect(await linksOf('both')).toEqual(await everywhere('both'))
  expect(await own.db.deal.findUnique({ where: { id: edited } })).toMatchObject({
    ...{ priceCents: 1n, agentId: keeper, listingId: await targetOf('listings', 'h-both') },
  })
})

test('who is gone, or refused by now, is left as it is', async () => {
  await putAll('gone')
  await sync()
  const noteId = await targetOf('notes', 'gone')
  const where = { stream_sourceId: { stream: 'notes' as const, sourceId: 's:gone' } }
  await own.db.legacyDocument.update({ where, data: { goneAt: NOON } })
  await own.db.note.update({ where: { id: noteId }, data: { removedAt: NOON } })
  await put('tasks', { ...all('gone').tasks, title: '' })
  await sync()
  await arriveFor('gone')
  await sync()
  expect(await own.db.note.findUnique({ where: { id: noteId } })).toMatchObject({ authorId: null, removedAt: NOON })
  expect(await own.db.legacyQuarantine.findMany()).toMatchObject([{ stream: 'tasks', reason: 'missing-text' }])
  expect(await marked('gone')).toEqual([])
  await put('tasks', all('gone').tasks)
  await sync()
  expect((await linksOf('gone')).agents.tasks).toBe(await targetOf('agents', 'a-gone'))
})

const CHILD = `
  const { connectLegacy } = await import('#server/adapters/mongo/mongo.ts')
  const { db } = await import('#server/db.ts')
  const { env } = await import('#server/env.ts')
  const { log } = await import('#server/log.ts')
  const { syncStream } = await import('#server/domain/legacy/sync/run.ts')
  const legacy = connectLegacy({ url: env.LEGACY_MONGO_URL, database: 'legacy' })
  const now = () => new Date(Number(process.argv[1]))
  await syncStream({ db, legacy, now, log }, 'agents', { jobRunId: 'killed', lagMs: 0 })
`

/** Follows the agents in a process of its own and says how that ended. */
const killedAt = (failpoint: Failpoint) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', CHILD, String(clock.getTime())], {
      env: {
        ...process.env,
        ...{ DATABASE_URL: own.url, LEGACY_MONGO_URL: peer.url, DATABASE_POOL: '2', PALMETTO_FAILPOINT: failpoint },
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('exit', (code, signal) => resolve(signal ?? code))
  })

test('an agent and whoever waited for them come in one transaction, wherever the process is killed', async () => {
  await putAll('cut')
  await sync()
  await put('agents', anAgentDoc('a-cut'))
  expect(await killedAt('sync.before-page-commit')).toBe('SIGKILL')
  expect(await own.db.legacyRecord.count({ where: { stream: 'agents', sourceId: 's:a-cut' } })).toBe(0)
  expect((await linksOf('cut')).agents.notes).toBeNull()
  expect(await marked('cut')).toHaveLength(7)

  // A killed backend holds its lock until the server notices.
  await expect.poll(() => own.db.$queryRaw`SELECT FROM pg_locks WHERE locktype = 'advisory'`).toEqual([])
  expect(await killedAt('sync.after-page-commit')).toBe('SIGKILL')
  const agent = await targetOf('agents', 'a-cut')
  expect((await linksOf('cut')).agents).toEqual(Object.fromEntries(NAMING.map((stream) => [stream, agent])))

  await put('listings', aListingDoc('h-cut'))
  await sync()
  expect(await linksOf('cut')).toEqual(await everywhere('cut'))
})
