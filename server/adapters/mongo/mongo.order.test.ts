import fc from 'fast-check'
import {
  Binary,
  BSON,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  MongoClient,
  ObjectId,
  Timestamp,
} from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decode } from '#world/mongo/codec.ts'
import { compareValues } from '#world/mongo/compare.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { orderOf, startOfLane } from './mongo.order.ts'
import { connectLegacy, type LegacySource, type SweepPosition } from './mongo.ts'

const anId = fc.oneof(
  fc.double().map((value) => new Double(value)),
  fc.integer().map((value) => new Int32(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.constantFrom(Long.fromString('9007199254740993'), Long.fromString('9007199254740992'), new Double(2 ** 53)),
  fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => text.isWellFormed()),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => new Binary(bytes)),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.constantFrom(null, new MinKey(), new MaxKey()),
)

/** As the server would hold it: the driver's own classes mean nothing there. */
const held = (_id: unknown) => decode(BSON.serialize({ _id }))._id

describe('the place of an id', () => {
  test('compares as the ids do', () => {
    fc.assert(
      fc.property(anId, anId, (a, b) => {
        const [order, wanted] = [Buffer.compare(orderOf(a), orderOf(b)), compareValues(held(a), held(b))]
        // Two integers next to each other may be one double for the other side, never the wrong way round.
        expect(
          order === wanted || wanted === 0 || (a instanceof Double !== b instanceof Double && order !== -wanted),
        ).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test('never turns round for what shares a place', () => {
    const sorted = [new Decimal128('1'), new Decimal128('1.00000000000000000000001'), new Double(1.5)]
    const places = sorted.map(orderOf)
    for (const [at, place] of places.entries()) {
      expect(Buffer.compare(place, places[at + 1] ?? startOfLane(3))).toBeLessThanOrEqual(0)
    }
    expect(orderOf(new Timestamp({ t: 1, i: 1 }))).toEqual(orderOf(new Timestamp({ t: 2, i: 9 })))
    expect(orderOf('x'.repeat(5_000))).toHaveLength(402)
  })
})

describe('a walk by id', () => {
  let peer: MongoPeer
  let client: MongoClient
  let legacy: LegacySource
  beforeAll(async () => {
    peer = await startMongoPeer({ port: 0 })
    client = await new MongoClient(peer.url).connect()
    legacy = connectLegacy({ url: peer.url, database: 'legacy' })
  })
  afterAll(async () => {
    await legacy.close()
    await client.close()
    await peer.stop()
  })

  test.each([1, 2, 3, 50])('meets each document once, of every kind of id, %i a page', async (limit) => {
    const ids = [
      ...[Number.NaN, 3, 1, new Double(2.5), Long.fromString('9007199254740993'), new Decimal128('7.1')],
      ...['b', 'a', '1', '', { a: 1 }, { a: 2 }, new Binary(Buffer.from('x')), new ObjectId(), new ObjectId()],
      ...[true, false, new Date(0), new Timestamp({ t: 1, i: 1 }), null, new MinKey(), new MaxKey()],
    ]
    const contacts = client.db('legacy').collection<{ _id: unknown }>('contacts')
    await contacts.deleteMany({})
    await contacts.insertMany(ids.map((_id) => ({ _id })))
    const met: string[] = []
    let position: SweepPosition | null = { lane: 0, idJson: null }
    let upTo: Uint8Array = startOfLane(0)
    while (position) {
      const page = await legacy.sweepPage('contacts', position, { limit })
      expect(Buffer.from(page.from)).toEqual(Buffer.from(upTo))
      for (const { order } of page.documents) expect(Buffer.compare(order, page.to)).toBeLessThanOrEqual(0)
      met.push(...page.documents.map(({ idJson }) => idJson))
      upTo = page.to
      position = page.next
    }
    expect(met).toHaveLength(ids.length)
    expect(new Set(met).size).toBe(ids.length)
  })

  test('looks up those that are still there', async () => {
    const contacts = client.db('legacy').collection<{ _id: unknown }>('contacts')
    await contacts.deleteMany({})
    await contacts.insertMany([{ _id: 1 }, { _id: '1' }])
    const idJsons = [1, '1', 2].map((_id) => BSON.EJSON.stringify({ _id }, { relaxed: false }))
    const found = await legacy.lookUp('contacts', idJsons)
    expect(found.map(({ sourceId }) => sourceId).toSorted()).toEqual(['n:1', 's:1'])
  })
})
