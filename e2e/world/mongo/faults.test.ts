import { MongoClient, MongoNetworkError, MongoServerError } from 'mongodb'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'

let peer: MongoPeer
let client: MongoClient

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0, now: () => new Date('2026-11-21T12:00:00Z') })
  client = await new MongoClient(peer.url, {
    serverSelectionTimeoutMS: 3000,
    socketTimeoutMS: 300,
    retryReads: false,
  }).connect()
})
afterEach(() => peer.heal())
afterAll(async () => {
  await client.close()
  await peer.stop()
})

const homes = () => client.db('legacy').collection<{ _id: number }>('homes')
const failureOf = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error)

test('a command fails as often as ordered, and works again after that', async () => {
  peer.fail('find', { code: 91, times: 2 })
  for (const _ of [1, 2]) expect(await failureOf(homes().findOne())).toMatchObject({ code: 91 })
  expect(await failureOf(homes().findOne())).toBeUndefined()
})

test('a fault can be kept to one collection and taken back', async () => {
  const takeBack = peer.fail('find', { code: 11600, times: 9, collection: 'contacts' })
  expect(await failureOf(homes().findOne())).toBeUndefined()
  expect(await failureOf(client.db('legacy').collection('contacts').findOne())).toBeInstanceOf(MongoServerError)
  takeBack()
  expect(await failureOf(client.db('legacy').collection('contacts').findOne())).toBeUndefined()
})

test('a closed connection is a network error', async () => {
  peer.fail(['find', 'aggregate'], { close: true })
  expect(await failureOf(homes().findOne())).toBeInstanceOf(MongoNetworkError)
})

test('a query slower than its maxTimeMS ends with code 50', async () => {
  peer.fail('find', { delayMs: 10_000 })
  expect(await failureOf(homes().findOne({}, { maxTimeMS: 20 }))).toMatchObject({ code: 50 })
})

test('a write whose answer is lost has happened all the same', async () => {
  peer.fail('insert', { loseReply: true })
  expect(await failureOf(homes().insertOne({ _id: 1 }))).toBeInstanceOf(MongoNetworkError)
  expect(await homes().countDocuments()).toBe(1)
})

test('the server tells its own time', async () => {
  const { localTime } = await client.db('admin').command({ isMaster: 1 })
  expect(localTime).toEqual(new Date('2026-11-21T12:00:00Z'))
})
