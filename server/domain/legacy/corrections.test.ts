import { BSON, MongoClient } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connectLegacy, type LegacySource } from '#server/adapters/mongo/mongo.ts'
import { log } from '#server/log.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { runSync } from './sync/run.ts'

const NOON = new Date('2026-11-20T17:00:00Z')
const ago = (seconds: number) => new Date(NOON.getTime() - seconds * 1000)
let peer: MongoPeer
let client: MongoClient
let legacy: LegacySource
let own: Awaited<ReturnType<typeof ownDatabase>>
let caller: ReturnType<typeof callAs>

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0, now: () => NOON })
  client = await new MongoClient(peer.url).connect()
  legacy = connectLegacy({ url: peer.url, database: 'legacy' })
})
beforeEach(async () => {
  await client.db('legacy').dropDatabase()
  own = await ownDatabase()
  const admin = await anAgent((await anOffice({ name: 'Beaufort' }, own.db)).id, { role: 'admin' }, own.db)
  caller = callAs(admin, { db: own.db, now: () => NOON })
  return () => own.close()
})
afterAll(async () => {
  await legacy.close()
  await client.close()
  await peer.stop()
})

type Doc = { _id: number; [field: string]: unknown }
const put = async (...docs: Doc[]) => {
  await client.db('legacy').collection('listings').createIndex({ updatedAt: 1, _id: 1 })
  for (const doc of docs) {
    await client.db('legacy').collection<Doc>('listings').replaceOne({ _id: doc._id }, doc, { upsert: true })
  }
}
const aHome = (_id: number, over = {}): Doc => ({
  ...{ _id, mlsNumber: `M${_id}`, status: 'Active', propertyType: 'SFR', price: 300_000, photos: [] },
  ...{ address: { street: '1 Oak St', city: 'Beaufort', state: 'SC', zip: '29902' }, updatedAt: ago(400), ...over },
})
let runs = 0
const follow = () => {
  runs += 1
  return runSync({ db: own.db, legacy, now: () => NOON, log }, { jobRunId: `run-${runs}`, lagMs: 5_000 })
}
const correct = (
  sourceId: string,
  path: string,
  value: string | number | null,
  scope: 'document' | 'everywhere' = 'document',
) => caller.legacy.correct({ stream: 'listings', sourceId, path, value, scope })
const keys = async () =>
  (await own.db.listing.findMany({ orderBy: { listingKey: 'asc' } })).map((row) => row.listingKey)

test('a value that is corrected lets its document in at once, and holds while the old system says the same', async () => {
  await put(aHome(1, { price: 0 }))
  await follow()
  expect(await correct('n:1', 'price', 425_000)).toMatchObject({ accepted: 1, next: null })
  const priceOf = async () => Number((await own.db.listing.findFirstOrThrow()).listPriceCents) / 100
  expect(await priceOf()).toBe(425_000)
  expect(await own.db.legacyQuarantine.count()).toBe(0)
  expect(await own.db.legacyRecord.findFirst()).toMatchObject({ extra: { $corrected: ['price'] } })

  await put(aHome(1, { price: 0, beds: 4, updatedAt: ago(100) }))
  await follow()
  expect(await own.db.listing.findFirst()).toMatchObject({ bedroomsTotal: 4, listPriceCents: 42_500_000n })
  await put(aHome(1, { price: 410_000, updatedAt: ago(50) }))
  await follow()
  expect(await priceOf()).toBe(410_000)
})

test('a word that is read as another one lets in all who were refused for it, and those who come later', async () => {
  await put(aHome(1, { status: 'Actve' }), aHome(2, { status: 'ACTVE ' }), aHome(3, { status: 'Solld' }))
  await follow()
  expect(await correct('n:1', 'status', 'Active', 'everywhere')).toMatchObject({ accepted: 2 })
  expect(await keys()).toEqual(['legacy:n:1', 'legacy:n:2'])
  await put(aHome(4, { status: 'actve', updatedAt: ago(10) }))
  await follow()
  expect(await keys()).toEqual(['legacy:n:1', 'legacy:n:2', 'legacy:n:4'])
})

test('taken back, what it let in is read as it stands', async () => {
  await put(aHome(1, { status: 'Actve' }), aHome(2))
  await follow()
  const { correctionId } = await correct('n:1', 'status', 'Active', 'everywhere')
  expect(await caller.legacy.corrections()).toMatchObject([{ path: 'status', original: 'Actve', value: 'Active' }])
  expect(await caller.legacy.dropCorrection({ correctionId })).toEqual({ read: 1 })
  expect(await own.db.legacyQuarantine.findMany()).toMatchObject([{ sourceId: 'n:1', reason: 'unknown-status' }])
  expect(await caller.legacy.corrections()).toEqual([])
})

test('that does not help is refused in words, and nothing of it is kept', async () => {
  await put(aHome(1, { price: 0, status: 'Actve' }))
  await follow()
  await expect(correct('n:1', 'status', 'Actove')).rejects.toThrow('still refused. Nobody knows this status word')
  await expect(correct('n:1', 'status', 'Actve')).rejects.toThrow('stands there already')
  await expect(correct('n:1', 'remarks', 'x', 'everywhere')).rejects.toThrow('no word here')
  await expect(correct('n:9', 'status', 'Active')).rejects.toThrow('does not exist')
  expect(await own.db.legacyCorrection.count()).toBe(0)
  // Half of the way is a way: the next reason is named.
  expect(await correct('n:1', 'status', 'Active')).toMatchObject({
    accepted: 0,
    next: { reason: 'invalid-price', path: 'price' },
  })
  expect(await correct('n:1', 'price', 99_000)).toMatchObject({ accepted: 1, next: null })
})

test('reaches text that no database stores', async () => {
  const bad = `Oak${String.fromCharCode(0)} St`
  await put(aHome(1, { address: { street: bad, city: 'Beaufort', zip: '29902' } }))
  await follow()
  expect(await correct('n:1', 'address.street', '1 Oak St')).toMatchObject({ accepted: 1 })
  expect(await own.db.listing.findFirst()).toMatchObject({ streetAddress: '1 Oak St' })
  expect(BSON.deserialize((await own.db.legacyDocument.findFirstOrThrow()).raw).address.street).toBe(bad)
})
