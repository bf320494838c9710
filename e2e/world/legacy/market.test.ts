import { EJSON } from 'bson'
import { type Db, MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectedBooks, takeSnapshot } from '#world/brute-force.ts'
import { createMarket } from '#world/legacy/market.ts'
import { seedLegacy } from '#world/legacy/seed.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'

const start = new Date('2026-11-21T12:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const photoOrigin = 'http://127.0.0.1:4100'

let peer: MongoPeer
let client: MongoClient
let made = 0

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0 })
  client = await new MongoClient(peer.url).connect()
})
afterAll(async () => {
  await client.close()
  await peer.stop()
})

async function aTown(): Promise<Db> {
  made += 1
  const db = client.db(`town${made}`)
  await seedLegacy(db, { seed: 3, now: start, photoOrigin, scale: 0.1 })
  return db
}

test('the market moves the same way on the same database, also after a restart', async () => {
  const [one, other] = [await aTown(), await aTown()]
  const market = createMarket({ db: one, seed: 5, photoOrigin })
  const first = [await market.move({ now: start, moves: 20 }), await market.move({ now: later(1), moves: 20 })]
  const second = [
    await createMarket({ db: other, seed: 5, photoOrigin }).move({ now: start, moves: 20 }),
    await createMarket({ db: other, seed: 5, photoOrigin }).move({ now: later(1), moves: 20 }),
  ]
  expect(EJSON.stringify(second)).toBe(EJSON.stringify(first))
})

test('each home moves at most once a call, writes a clean time, and new homes have new numbers', async () => {
  const db = await aTown()
  const market = createMarket({ db, seed: 5, photoOrigin })
  const numbers = new Set((await db.collection('listings').find().toArray()).map((home) => home.mlsNumber))
  for (let call = 1; call <= 5; call++) {
    const now = later(call)
    const moves = await market.move({ now, moves: 40 })
    expect(new Set(moves.map((move) => move.mlsNumber)).size).toBe(40)
    expect(await db.collection('listings').countDocuments({ updatedAt: now })).toBe(40)
    for (const { kind, mlsNumber } of moves.filter((move) => move.kind === 'listed')) {
      expect(numbers.has(mlsNumber), `${kind} ${mlsNumber}`).toBe(false)
      numbers.add(mlsNumber)
    }
  }
})

test('everything happens sooner or later, prices mostly fall, and nothing becomes unreadable', async () => {
  const db = await aTown()
  const market = createMarket({ db, seed: 9, photoOrigin })
  const before = expectedBooks(await takeSnapshot(db, { takenAt: start })).listings
  const moves = await market.move({ now: later(1), moves: 150 })
  expect(new Set(moves.map((move) => move.kind)).size).toBe(7)
  const repriced = moves.filter((move) => move.kind === 'repriced')
  const down = repriced.filter((move) => move.toPrice < (move.fromPrice ?? 0))
  expect(repriced.every((move) => move.toPrice !== move.fromPrice)).toBe(true)
  expect(down.length).toBeGreaterThan(repriced.length * 0.7)
  const after = expectedBooks(await takeSnapshot(db, { takenAt: later(1) })).listings
  expect(after).toEqual({
    ...before,
    documents: after.documents,
    accepted: before.accepted + after.documents - before.documents,
  })
})
