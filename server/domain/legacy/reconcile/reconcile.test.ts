import fc from 'fast-check'
import { MongoClient, ObjectId } from 'mongodb'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { connectLegacy, type LegacySource } from '#server/adapters/mongo/mongo.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { sweepStream } from '../sync/sweep.ts'
import { addHash, isSameDigest, NO_DIGEST } from './digest.ts'
import { cutRanges, digestsOf } from './ranges.store.ts'
import { reconcileStream } from './reconcile.ts'

let peer: MongoPeer
let client: MongoClient
let legacy: LegacySource
let own: Awaited<ReturnType<typeof ownDatabase>>
let database = 0

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0 })
  client = await new MongoClient(peer.url).connect()
})
beforeEach(async () => {
  database += 1
  legacy = connectLegacy({ url: peer.url, database: `compared${database}` })
  own = await ownDatabase()
})
afterEach(async () => {
  await legacy.close()
  await own.close()
})
afterAll(async () => {
  await client.close()
  await peer.stop()
})

type Id = ObjectId | string | number | boolean | Date | null | { a: number }
type Doc = { _id: Id; [field: string]: unknown }
const homes = () => client.db(`compared${database}`).collection<Doc>('listings')
const deps = () => ({ db: own.db, legacy, now: () => new Date(), log })
const walk = () => sweepStream(deps(), 'listings', { everyMs: 0, pages: 1_000 })
const compare = () => reconcileStream(deps(), 'listings')
const aHome = (_id: Id, over = {}): Doc => ({
  ...{ _id, mlsNumber: `M${String(_id)}`, status: 'Active', propertyType: 'SFR', price: 300_000, photos: [] },
  ...{ address: { street: '1 Oak St', city: 'Beaufort', state: 'SC', zip: '29902' }, ...over },
})

test('both sides are equal after a walk, whatever the ids are, and nothing but the evidence is written', async () => {
  const ids: Id[] = [
    ...[null, 1, 2.5, -7, '1', 'b', '', 'a"b', true, false, new Date(0), { a: 1 }, { a: 2 }],
    ...Array.from({ length: 60 }, () => new ObjectId()),
    ...Array.from({ length: 40 }, (_, index) => index + 100),
  ]
  await homes().insertMany(ids.map((id) => aHome(id)))
  await walk()
  const ranges = await cutRanges(own.db, 'listings', 12)
  const digests = await digestsOf(own.db, 'listings', ranges)
  expect(digests.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length)
  const before = await own.db.listing.findMany({ orderBy: { id: 'asc' } })
  expect(await compare()).toMatchObject({
    compared: ids.length,
    differingRanges: 0,
    changed: 0,
    missing: 0,
    surplus: 0,
  })
  expect(await own.db.listing.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
  expect(await own.db.legacyReconciliation.findFirst()).toMatchObject({ compared: ids.length, healed: 0 })
})

test('names exactly what differs, looks at no other range, and heals it', async () => {
  await homes().insertMany(Array.from({ length: 300 }, (_, index) => aHome(index)))
  await walk()
  await homes().updateOne({ _id: 17 }, { $set: { remarks: 'a' } })
  await walk()
  await homes().updateOne({ _id: 17 }, { $set: { remarks: 'b' } })
  const found = await compare()
  expect(found).toMatchObject({ ranges: 12, differingRanges: 1, changed: 1, healed: 1, examples: ['n:17'] })
  expect(found.queries).toBeLessThan(20)
  expect(await own.db.listing.findUnique({ where: { listingKey: 'legacy:n:17' } })).toMatchObject({
    publicRemarks: 'b',
  })

  await homes().insertOne(aHome(1_000))
  await homes().deleteOne({ _id: 200 })
  expect(await compare()).toMatchObject({ changed: 0, missing: 1, surplus: 1, healed: 2 })
  expect(await own.db.listing.findUnique({ where: { listingKey: 'legacy:n:200' } })).toMatchObject({
    standardStatus: 'Delete',
  })
  expect(await compare()).toMatchObject({ differingRanges: 0 })
})

test('buries nobody after a broken read, and takes no change on its way for a difference', async () => {
  await homes().insertMany(Array.from({ length: 40 }, (_, index) => aHome(index)))
  await walk()
  const blind = { ...legacy, scan: async function* () {}, lookUp: async () => [] }
  expect(await reconcileStream({ ...deps(), legacy: blind }, 'listings')).toMatchObject({
    ...{ surplus: 40, healed: 0, brake: expect.stringContaining('nothing') },
  })
  expect(await own.db.listing.count({ where: { standardStatus: 'Active' } })).toBe(40)
  let isMoved = false
  const late: LegacySource = {
    ...legacy,
    scan: async function* (...asked) {
      for await (const batch of legacy.scan(...asked)) {
        if (!isMoved) await homes().updateOne({ _id: 3 }, { $set: { price: 290_000 } })
        yield batch
        if (!isMoved) await walk()
        isMoved = true
      }
    },
  }
  expect(await reconcileStream({ ...deps(), legacy: late }, 'listings')).toMatchObject({
    changed: 0,
    missing: 0,
    surplus: 0,
  })
})

test('a digest is the same in whatever order, and another for whatever else', () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
  const of = (hashes: Uint8Array[]) => hashes.reduce(addHash, NO_DIGEST)
  fc.assert(
    fc.property(fc.uniqueArray(hash, { minLength: 1, maxLength: 20, selector: String }), fc.nat(), (hashes, at) => {
      expect(isSameDigest(of(hashes), of(hashes.toReversed()))).toBe(true)
      expect(isSameDigest(of(hashes), of(hashes.toSpliced(at % hashes.length, 1)))).toBe(false)
    }),
  )
})
