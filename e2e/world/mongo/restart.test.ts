import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Collection, MongoClient, ObjectId } from 'mongodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startMongoPeer } from '#world/mongo/peer.ts'

type Row = { _id: ObjectId | string | number; [field: string]: unknown }

let folder: string
let dataFile: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legacy-peer-'))
  dataFile = join(folder, 'data', 'legacy.journal')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function withRows<T>(work: (rows: Collection<Row>) => Promise<T>): Promise<T> {
  const peer = await startMongoPeer({ port: 0, dataFile })
  const client = await new MongoClient(peer.url).connect()
  try {
    return await work(client.db('legacy').collection<Row>('rows'))
  } finally {
    await client.close()
    await peer.stop()
  }
}

test('what was written is there after a restart, with its types and indexes', async () => {
  const doc = { _id: new ObjectId(), price: 350000.5, listedAt: new Date(5), tags: ['a'], city: null }
  await withRows(async (rows) => {
    await rows.createIndex({ updatedAt: 1, _id: 1 })
    await rows.insertMany([doc, { _id: 1 }, { _id: '1' }])
    await rows.updateOne({ _id: '1' }, { $set: { n: 1 } })
    await rows.deleteOne({ _id: 1 })
  })
  await withRows(async (rows) => {
    expect(await rows.find().toArray()).toEqual([doc, { _id: '1', n: 1 }])
    expect(await rows.indexes()).toHaveLength(2)
  })
})

test('a torn last write is forgotten, everything before it is kept, and writing goes on', async () => {
  await withRows((rows) => rows.insertMany([{ _id: 1 }, { _id: 2 }]))
  await truncate(dataFile, (await stat(dataFile)).size - 3)
  await withRows(async (rows) => {
    expect(await rows.find().toArray()).toEqual([{ _id: 1 }])
    await rows.insertOne({ _id: 3 })
  })
  await appendFile(dataFile, 'half a record')
  expect(await withRows((rows) => rows.find().toArray())).toEqual([{ _id: 1 }, { _id: 3 }])
})

test('a last write that is there in full length but not in content is forgotten too', async () => {
  await withRows((rows) => rows.insertMany([{ _id: 1 }, { _id: 2, note: 'abc' }]))
  const bytes = await readFile(dataFile)
  await writeFile(dataFile, bytes.fill(0, bytes.length - 6))
  expect(await withRows((rows) => rows.find().toArray())).toEqual([{ _id: 1 }])
})

test('a journal of many changes to few documents is made short again', async () => {
  await withRows(async (rows) => {
    await rows.insertOne({ _id: 1, note: 'x'.repeat(500) })
    for (let n = 1; n <= 1200; n++) await rows.updateOne({ _id: 1 }, { $set: { n } })
  })
  const before = (await stat(dataFile)).size
  expect(await withRows((rows) => rows.find().toArray())).toMatchObject([{ n: 1200 }])
  expect((await stat(dataFile)).size).toBeLessThan(before / 100)
  expect(await withRows((rows) => rows.find().toArray())).toMatchObject([{ n: 1200 }])
})
