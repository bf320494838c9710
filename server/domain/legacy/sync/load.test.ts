import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectLegacy, type LegacySource } from '#server/adapters/mongo/mongo.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice } from '#server/testing/factories.ts'
import { expectedBooks, takeSnapshot } from '#world/brute-force.ts'
import { OFFICES } from '#world/legacy/documents.ts'
import { seedLegacy } from '#world/legacy/seed.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { STREAMS } from './lanes.ts'
import { runSync } from './run.ts'
import { sweepStream } from './sweep.ts'

const NOON = new Date('2026-11-20T17:00:00Z')
let peer: MongoPeer
let client: MongoClient
let legacy: LegacySource
let own: Awaited<ReturnType<typeof ownDatabase>>

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0, now: () => NOON })
  client = await new MongoClient(peer.url).connect()
  legacy = connectLegacy({ url: peer.url, database: 'legacy' })
  own = await ownDatabase()
  for (const name of OFFICES) await anOffice({ name }, own.db)
  await seedLegacy(client.db('legacy'), { seed: 11, now: NOON, photoOrigin: 'http://photos.test', scale: 0.25 })
})
afterAll(async () => {
  await legacy.close()
  await client.close()
  await peer.stop()
  await own.close()
})

/** Not even written with what stood there before: that would cost as much, and wake whoever follows these tables. */
const WRITTEN = [
  'legacy_document',
  'legacy_record',
  'legacy_quarantine',
  'listing',
  'contact',
  'person',
  'saved_search',
]

const sync = (jobRunId: string) => runSync({ db: own.db, legacy, now: () => NOON, log }, { jobRunId, lagMs: 5_000 })

test('five years of dirt are booked as a reader who knows only the documents books them', async () => {
  const results = await sync('first')
  const books = expectedBooks(await takeSnapshot(client.db('legacy'), { takenAt: NOON }))
  for (const stream of STREAMS) {
    const [result, expected] = [results.find((one) => one.stream === stream), books[stream]]
    const reasons = await own.db.legacyQuarantine.groupBy({ by: ['reason'], where: { stream }, _count: true })
    expect({ stream, reasons: Object.fromEntries(reasons.map((row) => [row.reason, row._count])) }).toEqual({
      stream,
      reasons: expected.quarantined,
    })
    expect({ stream, unreachable: result?.unreachable }).toEqual({ stream, unreachable: expected.unreachable })
    expect(await own.db.legacyRecord.count({ where: { stream } })).toBe(expected.accepted)
  }
})

test('a walk by id brings the rest, and misses nothing', async () => {
  const deps = { db: own.db, legacy, now: () => NOON, log }
  const books = expectedBooks(await takeSnapshot(client.db('legacy'), { takenAt: NOON, isSwept: true }))
  for (const stream of STREAMS) {
    expect(await sweepStream(deps, stream, { everyMs: 0 })).toMatchObject({ state: 'done', missing: 0, updated: 0 })
    const expected = books[stream]
    const aside = Object.values(expected.quarantined).reduce((sum, count) => sum + count, 0)
    expect(expected.accepted + aside).toBe(expected.documents)
    expect(await own.db.legacyDocument.count({ where: { stream } })).toBe(expected.documents)
  }
  // Once all are there: a contact without a date comes after the search that waited for it.
  for (const stream of STREAMS) {
    expect(await own.db.legacyRecord.count({ where: { stream } })).toBe(books[stream].accepted)
    const reasons = await own.db.legacyQuarantine.groupBy({ by: ['reason'], where: { stream }, _count: true })
    expect(Object.fromEntries(reasons.map((row) => [row.reason, row._count]))).toEqual(books[stream].quarantined)
  }
})

test('reading everything again changes nothing', async () => {
  const stateOf = () =>
    Promise.all([
      own.db.listing.findMany({ orderBy: { id: 'asc' } }),
      own.db.contact.findMany({ orderBy: { id: 'asc' } }),
      own.db.person.findMany({ orderBy: { id: 'asc' } }),
      own.db.savedSearch.findMany({ orderBy: { id: 'asc' } }),
      own.db.savedSearchVersion.findMany({ orderBy: { searchId: 'asc' } }),
      own.db.legacyQuarantine.findMany({ orderBy: [{ stream: 'asc' }, { sourceId: 'asc' }] }),
      own.db.legacyRecord.findMany({ orderBy: [{ stream: 'asc' }, { sourceId: 'asc' }] }),
      own.db.legacyDocument.findMany({ orderBy: [{ stream: 'asc' }, { sourceId: 'asc' }] }),
      own.db.listingEvent.count(),
      ...WRITTEN.map((table) => own.db.$queryRawUnsafe(`SELECT ctid::text, xmin::text FROM "${table}" ORDER BY ctid`)),
    ])
  const before = await stateOf()
  await own.db.legacyCursor.deleteMany()
  const results = await sync('second')
  expect(results.map(({ inserted, updated, resolved }) => inserted + updated + resolved)).toEqual(STREAMS.map(() => 0))
  expect(results.every(({ read }) => read > 0)).toBe(true)
  for (const stream of STREAMS) {
    await sweepStream({ db: own.db, legacy, now: () => NOON, log }, stream, { everyMs: 0 })
  }
  expect(await stateOf()).toEqual(before)
})
