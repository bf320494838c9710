import { MongoClient, ObjectId } from 'mongodb'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connectLegacy, type LegacySource } from '#server/adapters/mongo/mongo.ts'
import { log } from '#server/log.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { aContactDoc, aListingDoc, anAgentDoc, type Doc, NOON, seconds } from './documents.fixture.ts'
import { runSync } from './run.ts'
import { sweepStream } from './sweep.ts'
import { brakeOn } from './tombstones.ts'

let clock = NOON

let peer: MongoPeer
let client: MongoClient
let legacy: LegacySource
let own: Awaited<ReturnType<typeof ownDatabase>>
let database = 0

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0, now: () => clock })
  client = await new MongoClient(peer.url).connect()
})
beforeEach(async () => {
  clock = NOON
  database += 1
  legacy = connectLegacy({ url: peer.url, database: `swept${database}`, timeoutMs: 1_000 })
  own = await ownDatabase()
  await anOffice({ name: 'Beaufort' }, own.db)
})
afterEach(async () => {
  peer.heal()
  await legacy.close()
  await own.close()
})
afterAll(async () => {
  await client.close()
  await peer.stop()
})

const collection = (name: string) => client.db(`swept${database}`).collection<Doc>(name)
const put = async (name: string, ...docs: Doc[]) => {
  await collection(name).createIndex({ updatedAt: 1, _id: 1 })
  for (const doc of docs) await collection(name).replaceOne({ _id: doc._id }, doc, { upsert: true })
}
let runs = 0
const deps = () => ({ db: own.db, legacy, now: () => clock, log })
const follow = () => {
  runs += 1
  return runSync(deps(), { jobRunId: `run-${runs}`, pageSize: 3, lagMs: 5_000 })
}
const sweep = (stream: 'agents' | 'contacts' | 'listings' | 'savedSearches' = 'listings', pages = 100) =>
  sweepStream(deps(), stream, { pageSize: 3, pages, perSecond: 1e9, everyMs: 0 })
const priceOf = async (listingKey: string) => {
  const row = await own.db.listing.findUniqueOrThrow({ where: { listingKey } })
  return Number(row.listPriceCents) / 100
}
const statusOf = async (listingKey: string) =>
  (await own.db.listing.findUniqueOrThrow({ where: { listingKey } })).standardStatus

describe('the walk by id', () => {
  test('brings what no date of change can: none, a text, one from the future', async () => {
    await put(
      'listings',
      ...[aListingDoc(1), aListingDoc('1', { updatedAt: 'today' }), aListingDoc(new ObjectId(), { updatedAt: null })],
      aListingDoc(2, { updatedAt: seconds(86_400) }),
    )
    await follow()
    expect(await own.db.listing.count()).toBe(1)
    expect(await sweep()).toMatchObject({ state: 'done', read: 4, inserted: 3, missing: 0 })
    expect(await own.db.listing.count()).toBe(4)
    expect(await sweep()).toMatchObject({ state: 'done', read: 4, inserted: 0, updated: 0 })
  })

  test('lets in who waited for what it brings, and counts as no run of the sync', async () => {
    await put('contacts', aContactDoc(1, 1))
    await follow()
    const runsBefore = await own.db.legacySyncCount.count()
    await put('agents', anAgentDoc(1, { updatedAt: null }))
    expect(await sweep('agents')).toMatchObject({ inserted: 1 })
    expect(await own.db.contact.count()).toBe(1)
    expect(await own.db.legacySyncCount.count()).toBe(runsBefore)
  })

  test('finds silent edits, also under a date that went back, and the next real edit still comes through', async () => {
    await put('listings', aListingDoc(1))
    await follow()
    await put('listings', aListingDoc(1, { price: 310_000 }))
    await follow()
    expect(await priceOf('legacy:n:1')).toBe(300_000)
    expect(await sweep()).toMatchObject({ updated: 1 })
    expect(await priceOf('legacy:n:1')).toBe(310_000)
    await put('listings', aListingDoc(1, { price: 320_000, updatedAt: seconds(-9_000) }))
    expect(await sweep()).toMatchObject({ updated: 1 })
    expect(await priceOf('legacy:n:1')).toBe(320_000)
    await put('listings', aListingDoc(1, { price: 330_000, updatedAt: seconds(-20) }))
    await follow()
    expect(await priceOf('legacy:n:1')).toBe(330_000)
  })

  test('a date from the future keeps no later edit out', async () => {
    await put('listings', aListingDoc(1, { updatedAt: seconds(86_400) }))
    await sweep()
    await put('listings', aListingDoc(1, { price: 280_000, updatedAt: seconds(-20) }))
    await follow()
    expect(await priceOf('legacy:n:1')).toBe(280_000)
  })

  test('never lets what it saw overwrite what was read after it had looked', async () => {
    await put('listings', aListingDoc(1))
    await follow()
    await put('listings', aListingDoc(1, { price: 310_000 }))
    const slow = {
      ...legacy,
      sweepPage: async (...asked: Parameters<LegacySource['sweepPage']>) => {
        const page = await legacy.sweepPage(...asked)
        if (page.documents.length === 0) return page
        clock = seconds(30)
        await put('listings', aListingDoc(1, { price: 290_000, updatedAt: seconds(20) }))
        await follow()
        return page
      },
    }
    await sweepStream({ ...deps(), legacy: slow }, 'listings', { everyMs: 0 })
    expect(await priceOf('legacy:n:1')).toBe(290_000)
  })

  test('goes on where it was cut short, and is not begun anew before its time', async () => {
    await put('listings', ...Array.from({ length: 10 }, (_, index) => aListingDoc(index, { updatedAt: null })))
    expect(await sweep('listings', 2)).toMatchObject({ state: 'underway', read: 6 })
    // The rest of the homes, and then a look at the types of ids that nobody has.
    expect(await sweep('listings', 3)).toMatchObject({ state: 'done', read: 10, inserted: 10 })
    expect(await own.db.legacySweep.count()).toBe(1)
    expect(await sweepStream(deps(), 'listings', { everyMs: 60_000 })).toMatchObject({ state: 'early' })
    clock = seconds(61)
    expect(await sweepStream(deps(), 'listings', { everyMs: 60_000 })).toMatchObject({ state: 'done' })
  })

  test('two at once take each page once', async () => {
    await put('listings', ...Array.from({ length: 30 }, (_, index) => aListingDoc(index)))
    const states = await Promise.all([sweep(), sweep(), sweep()])
    expect(states.some(({ state }) => state === 'done')).toBe(true)
    const walks = await own.db.legacySweep.findMany()
    for (const { read } of walks) expect(read).toBe(30)
    expect(walks.reduce((sum, { inserted }) => sum + inserted, 0)).toBe(30)
    expect(await own.db.listingEvent.count()).toBe(30)
  })
})

describe('what is gone', () => {
  test('leaves after a walk and a look-up, and comes back with its document', async () => {
    await put('agents', anAgentDoc(1), anAgentDoc(2))
    await put('contacts', ...Array.from({ length: 5 }, (_, index) => aContactDoc(index, 1)))
    await put('listings', ...Array.from({ length: 5 }, (_, index) => aListingDoc(index)))
    await follow()
    await collection('contacts').deleteOne({ _id: 3 })
    await collection('listings').deleteOne({ _id: 4 })
    expect(await sweep('contacts')).toMatchObject({ state: 'done', missing: 1, gone: 1 })
    expect(await sweep('listings')).toMatchObject({ state: 'done', missing: 1, gone: 1 })
    expect(await own.db.contact.findMany({ where: { removedAt: { not: null } } })).toMatchObject([
      { fullName: 'Ana No. 3' },
    ])
    expect(await statusOf('legacy:n:4')).toBe('Delete')
    expect(await sweep('contacts')).toMatchObject({ missing: 0, gone: 0 })

    await put('contacts', aContactDoc(3, 1))
    await put('listings', aListingDoc(4))
    await sweep('contacts')
    await sweep('listings')
    expect(await own.db.contact.count({ where: { removedAt: null } })).toBe(5)
    expect(await own.db.contact.count()).toBe(5)
    expect(await statusOf('legacy:n:4')).toBe('Active')
    expect(await own.db.legacyDocument.count({ where: { goneAt: { not: null } } })).toBe(0)
  })

  test('brings nobody back whom people here removed themselves', async () => {
    await put('agents', anAgentDoc(1))
    await put('contacts', aContactDoc(1, 1), aContactDoc(2, 1))
    await follow()
    await own.db.contact.updateMany({ where: { email: 'ana-1@mail.test' }, data: { removedAt: seconds(-1) } })
    await collection('contacts').deleteOne({ _id: 1 })
    expect(await sweep('contacts')).toMatchObject({ gone: 1 })
    await put('contacts', aContactDoc(1, 1))
    await sweep('contacts')
    expect(await own.db.contact.findFirst({ where: { email: 'ana-1@mail.test' } })).toMatchObject({
      removedAt: seconds(-1),
    })
  })

  test('is not what a walk merely overlooked: a look-up finds it', async () => {
    await put('listings', aListingDoc(1), aListingDoc(2), aListingDoc(3))
    await follow()
    const blind = {
      ...legacy,
      sweepPage: async (...asked: Parameters<LegacySource['sweepPage']>) => {
        const page = await legacy.sweepPage(...asked)
        return { ...page, documents: page.documents.filter(({ sourceId }) => sourceId !== 'n:2') }
      },
    }
    expect(await sweepStream({ ...deps(), legacy: blind }, 'listings', { everyMs: 0 })).toMatchObject({
      state: 'done',
      missing: 1,
      gone: 0,
    })
    expect(await statusOf('legacy:n:2')).toBe('Active')
  })

  test.each([
    { what: 'an empty read', left: 0 },
    { what: 'a shrunken read', left: 12 },
  ])('is nobody after $what: the brake holds, and says why', async ({ left }) => {
    await put('listings', ...Array.from({ length: 30 }, (_, index) => aListingDoc(index)))
    await follow()
    await collection('listings').deleteMany({ _id: { $gte: left } })
    expect(await sweep()).toMatchObject({ state: 'braked', missing: 30 - left, gone: 0, brake: expect.any(String) })
    expect(await own.db.listing.count({ where: { standardStatus: 'Active' } })).toBe(30)
  })

  test('goes all the same once an admin has said so, who looks each of them up again', async () => {
    await put('listings', ...Array.from({ length: 30 }, (_, index) => aListingDoc(index)))
    await follow()
    await collection('listings').deleteMany({ _id: { $gte: 10 } })
    await sweep()
    const admin = await anAgent((await anOffice({}, own.db)).id, { role: 'admin' }, own.db)
    const caller = callAs(admin, { db: own.db, now: () => clock })
    const { id: sweepId } = await own.db.legacySweep.findFirstOrThrow({ where: { brake: { not: null } } })
    await put('listings', aListingDoc(10))
    const answers = await Promise.allSettled([1, 2, 3].map(() => caller.legacy.releaseBrake({ sweepId })))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await own.db.outboxEvent.count({ where: { name: 'jobs/run.requested' } })).toBe(1)
    expect(await sweep()).toMatchObject({ state: 'done', missing: 20, gone: 19 })
    expect(await own.db.listing.count({ where: { standardStatus: 'Active' } })).toBe(11)
  })

  test('leaves quarantine too', async () => {
    await put('listings', aListingDoc(1, { price: 0 }), aListingDoc(2), aListingDoc(3))
    await follow()
    await collection('listings').deleteOne({ _id: 1 })
    expect(await sweep()).toMatchObject({ gone: 1 })
    expect(await own.db.legacyQuarantine.count()).toBe(0)
  })
})

test('a field that nobody has seen before is named once everything was read, until somebody has looked', async () => {
  const followed = async () => (await follow()).find(({ stream }) => stream === 'listings')
  await put('listings', aListingDoc(1))
  const first = await followed()
  expect(first).toMatchObject({ stream: 'listings', drift: [] })
  await sweep()
  await put('listings', aListingDoc(2, { hoa: { fee: 120 }, price: '300000', updatedAt: seconds(-20) }))
  clock = seconds(1)
  const second = await followed()
  expect(second?.drift).toEqual(['hoa (document)', 'hoa.fee (number)', 'price (string)'])
  clock = seconds(2)
  const third = await followed()
  expect(third?.drift).toEqual([])
  const admin = await anAgent((await anOffice({}, own.db)).id, { role: 'admin' }, own.db)
  const caller = callAs(admin, { db: own.db, now: () => clock })
  expect(await caller.legacy.newFields()).toHaveLength(3)
  await caller.legacy.acceptField({ stream: 'listings', path: 'hoa.fee', type: 'number' })
  expect((await caller.legacy.newFields()).map(({ path }) => path)).toEqual(['hoa', 'price'])
})

test('the brake lets a few go and holds many', () => {
  expect(brakeOn({ held: 10_000, missing: 25, read: 9_975 })).toBeNull()
  expect(brakeOn({ held: 10_000, missing: 500, read: 9_500 })).toBeNull()
  expect(brakeOn({ held: 10_000, missing: 501, read: 9_499 })).toContain('501 of 10,000')
  expect(brakeOn({ held: 10, missing: 5, read: 5 })).toBeNull()
  expect(brakeOn({ held: 10, missing: 6, read: 4 })).toContain('6 of 10')
  expect(brakeOn({ held: 1, missing: 1, read: 0 })).toContain('nothing')
  expect(brakeOn({ held: 0, missing: 0, read: 0 })).toBeNull()
})
