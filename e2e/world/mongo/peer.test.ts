import { type Document, Double, Int32, Long, MongoClient, MongoServerError, ObjectId } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'

type Row = { _id: ObjectId | string | number | Double | Long; [field: string]: unknown }
type Counter = { _id: number; n?: number; fresh?: number; made?: boolean; a?: { b?: number }; list?: number[] }

let peer: MongoPeer
let client: MongoClient
let made = 0

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0 })
  client = await new MongoClient(peer.url, { serverSelectionTimeoutMS: 3000 }).connect()
})
afterAll(async () => {
  await client.close()
  await peer.stop()
})

const aCollection = <T extends Document = Row>() => {
  made += 1
  return client.db('legacy').collection<T>(`rows${made}`)
}
const idsOf = (rows: Row[]) => rows.map((row) => row._id)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof MongoServerError ? error.code : error),
  )

test('the official driver meets a standalone server of MongoDB 3.6', async () => {
  const admin = client.db('admin')
  expect(await admin.command({ buildInfo: 1 })).toMatchObject({ version: '3.6.23', ok: 1 })
  expect(await admin.command({ isMaster: 1 })).toMatchObject({ maxWireVersion: 6, ismaster: true })
  expect(await codeOf(admin.command({ watchTheWorld: 1 }))).toBe(59)
})

test('ids of different types are different documents, and numbers of different width the same', async () => {
  const rows = aCollection()
  const hex = '5f1d7f3e9b1e8a0001a00001'
  await rows.insertMany([{ _id: 1 }, { _id: '1' }, { _id: new ObjectId(hex) }, { _id: hex }])
  expect(await codeOf(rows.insertOne({ _id: new Double(1) }))).toBe(11000)
  expect(await codeOf(rows.insertOne({ _id: Long.fromNumber(1) }))).toBe(11000)
  expect(idsOf(await rows.find({ _id: hex }).toArray())).toEqual([hex])
  expect(idsOf(await rows.find().sort({ _id: 1 }).toArray())).toEqual([1, '1', hex, new ObjectId(hex)])
})

test('sorting goes by type first, and ranges see only their own type', async () => {
  const rows = aCollection()
  const day = new Date('2026-01-02T03:04:05Z')
  await rows.insertMany([
    { _id: 'date', at: day },
    { _id: 'text', at: '2026-01-02' },
    { _id: 'number', at: 17 },
    { _id: 'null', at: null },
    { _id: 'missing' },
    { _id: 'yes', at: true },
    { _id: 'list', at: [] },
  ])
  const order = ['list', 'missing', 'null', 'number', 'text', 'yes', 'date']
  expect(idsOf(await rows.find().sort({ at: 1, _id: 1 }).toArray())).toEqual(order)
  expect(idsOf(await rows.find().sort({ at: -1, _id: -1 }).toArray())).toEqual(order.toReversed())
  expect(idsOf(await rows.find({ at: { $gt: new Date(0) } }).toArray())).toEqual(['date'])
  expect(idsOf(await rows.find({ at: { $gte: 0 } }).toArray())).toEqual(['number'])
  expect(idsOf(await rows.find({ at: null }).toArray())).toEqual(['null', 'missing'])
  expect(idsOf(await rows.find({ at: { $type: 'date' } }).toArray())).toEqual(['date'])
  expect(idsOf(await rows.find({ at: { $exists: true, $not: { $type: ['date', 'number', 2] } } }).toArray())).toEqual([
    'null',
    'yes',
    'list',
  ])
})

test('filters combine, reach into arrays and embedded documents, and refuse what they do not know', async () => {
  const rows = aCollection()
  await rows.insertMany([
    { _id: 1, city: 'Beaufort', tags: ['dock', 'porch'], at: { zip: '29902' } },
    { _id: 2, city: 'Bluffton', tags: [], at: { zip: '29910' } },
    { _id: 3, city: 'Seabrook', lots: [{ n: 1 }, { n: 9 }] },
  ])
  const found = async (filter: object) => idsOf(await rows.find(filter).sort({ _id: 1 }).toArray())
  expect(await found({ tags: 'dock' })).toEqual([1])
  expect(await found({ 'at.zip': { $in: ['29902', '29910'] } })).toEqual([1, 2])
  expect(await found({ 'lots.n': { $gt: 5 } })).toEqual([3])
  expect(await found({ $or: [{ city: 'Beaufort' }, { $and: [{ _id: { $gt: 2 } }, { tags: null }] }] })).toEqual([1, 3])
  expect(await found({ city: { $nin: ['Beaufort'], $ne: 'Bluffton' } })).toEqual([3])
  expect(await codeOf(rows.find({ city: { $where: 'true' } }).toArray())).toBe(2)
  expect(await codeOf(rows.find({ city: /^B/ }).toArray())).toBe(2)
})

test('a keyset over timestamps that many documents share reads each document once', async () => {
  const rows = aCollection()
  await rows.insertMany(
    Array.from({ length: 3000 }, (_, n) => ({ _id: new ObjectId(), updatedAt: new Date(1.7e12 + (n % 40) * 1000) })),
  )
  const seen = new Set<string>()
  let last: Row | undefined
  for (;;) {
    const filter = last
      ? { $or: [{ updatedAt: { $gt: last.updatedAt } }, { updatedAt: last.updatedAt, _id: { $gt: last._id } }] }
      : {}
    const page = await rows.find(filter).sort({ updatedAt: 1, _id: 1 }).limit(137).toArray()
    for (const row of page) seen.add(String(row._id))
    last = page.at(-1)
    if (!last) break
  }
  expect(seen.size).toBe(3000)
})

test('a sorted read sees the write before it, and begins at the earliest of its alternatives', async () => {
  const rows = aCollection()
  const day = (n: number) => new Date(Date.UTC(2026, 0, n))
  await rows.insertMany([1, 2, 3, 4].map((n) => ({ _id: n, at: day(n) })))
  const sorted = async (filter: object) => idsOf(await rows.find(filter).sort({ at: 1 }).toArray())
  expect(await sorted({ $or: [{ at: { $gt: day(3) } }, { at: day(1) }] })).toEqual([1, 4])
  await rows.updateOne({ _id: 1 }, { $set: { at: day(9) } })
  await rows.insertOne({ _id: 5, at: day(0) })
  expect(await sorted({})).toEqual([5, 2, 3, 4, 1])
  await rows.deleteOne({ _id: 3 })
  expect(await sorted({ at: { $gte: day(2) } })).toEqual([2, 4, 1])
})

test('cursors come in batches and close when asked to', async () => {
  const rows = aCollection()
  await rows.insertMany(Array.from({ length: 500 }, (_, n) => ({ _id: n })))
  const cursor = rows.find().batchSize(50)
  for (let n = 0; n < 120; n++) await cursor.next()
  expect(peer.openCursors()).toBe(1)
  await cursor.close()
  expect(peer.openCursors()).toBe(0)
  expect((await rows.find().batchSize(50).toArray()).length).toBe(500)
  expect(await codeOf(client.db('legacy').command({ getMore: Long.fromNumber(9), collection: 'x' }))).toBe(43)
})

test('updates set, unset, count, replace and upsert, and a guard in the filter holds them back', async () => {
  const rows = aCollection<Counter>()
  await rows.updateOne({ _id: 7 }, { $set: { 'a.b': 1 }, $setOnInsert: { made: true } }, { upsert: true })
  await rows.updateOne({ _id: 7 }, { $inc: { n: 2 }, $setOnInsert: { made: false } }, { upsert: true })
  await rows.updateOne({ _id: 7, n: { $lt: 2 } }, { $set: { n: 99 } })
  expect(await rows.findOne({ _id: 7 })).toEqual({ _id: 7, a: { b: 1 }, made: true, n: 2 })
  await rows.updateOne({ _id: 7 }, { $unset: { 'a.b': '' } })
  expect(await rows.findOne({ _id: 7 }, { projection: { a: 1, _id: 0 } })).toEqual({ a: {} })
  await rows.replaceOne({ _id: 7 }, { fresh: 1 })
  expect(await rows.findOneAndUpdate({ _id: 7 }, { $inc: { fresh: 1 } }, { returnDocument: 'after' })).toEqual({
    _id: 7,
    fresh: 2,
  })
  expect(await codeOf(rows.updateOne({ _id: 7 }, { $push: { list: 1 } }))).toBe(9)
  expect(await codeOf(rows.updateOne({ _id: 7 }, { $set: { _id: 8 } }))).toBe(66)
  expect((await rows.deleteMany({})).deletedCount).toBe(1)
})

test('an ordered batch stops at the first refusal, an unordered one goes on', async () => {
  const rows = aCollection()
  await rows.insertOne({ _id: 2 })
  const batch = [{ _id: 1 }, { _id: 2 }, { _id: 3 }]
  expect(await codeOf(rows.insertMany(batch, { ordered: false }))).toBe(11000)
  expect(await rows.countDocuments()).toBe(3)
  await rows.deleteMany({ _id: { $ne: 2 } })
  expect(await codeOf(rows.insertMany(batch))).toBe(11000)
  expect(await rows.countDocuments()).toBe(2)
})

test('counts, groups and lists what there is', async () => {
  const rows = aCollection()
  await rows.createIndex({ updatedAt: 1, _id: 1 })
  await rows.insertMany([
    { _id: 1, kind: 'a', sold: new Int32(2) },
    { _id: 2, kind: 'a', sold: 3.5 },
    { _id: 3, kind: 'b', sold: null },
  ])
  const groups = await rows
    .aggregate([{ $group: { _id: '$kind', sum: { $sum: '$sold' }, most: { $max: '$sold' } } }, { $sort: { _id: 1 } }])
    .toArray()
  expect(groups).toEqual([
    { _id: 'a', sum: 5.5, most: 3.5 },
    { _id: 'b', sum: 0, most: null },
  ])
  expect(await rows.countDocuments({ kind: 'a' }, { limit: 1 })).toBe(1)
  expect(await rows.estimatedDocumentCount()).toBe(3)
  expect((await rows.indexes()).map((index) => index.name)).toEqual(['_id_', 'updatedAt_1__id_1'])
  const listed = await client.db('legacy').listCollections({ name: rows.collectionName }).toArray()
  expect(listed).toHaveLength(1)
  await rows.drop()
  expect(await client.db('legacy').listCollections({ name: rows.collectionName }).toArray()).toHaveLength(0)
})
