import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectLegacy, type LegacySource } from '#server/adapters/mongo/mongo.ts'
import { mastersOf } from '#server/domain/cutover/cutover.queries.ts'
import type { Feature, Master } from '#server/domain/cutover/cutover.words.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { log } from '#server/log.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { reconcileStream } from '../../reconcile/reconcile.ts'
import { aListingDoc, type Doc } from '../../sync/documents.fixture.ts'
import { sweepStream } from '../../sync/sweep.ts'
import { judgeFacts } from '../evidence/checks.ts'
import { CHECKS, checksFor } from '../evidence/evidence.words.ts'
import type { Facts, StreamFacts } from '../evidence/facts.store.ts'
import { compareStream } from '../parity/compare.ts'
import { REHEARSAL_STEPS } from '../rehearsal/rehearsal.words.ts'
import { closeRehearsal, rehearseStep } from '../rehearsal/rehearse.ts'

let own: Awaited<ReturnType<typeof ownDatabase>>
let peer: MongoPeer
let client: MongoClient
let legacy: LegacySource
let admin: Person
let clock = Date.now()
const now = () => new Date(clock)
const deps = () => ({ db: own.db, legacy, now, log })
const caller = () => callAs(admin, { db: own.db, now })
const homes = () => client.db('old').collection<Doc>('listings')

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0 })
  client = await new MongoClient(peer.url).connect()
  legacy = connectLegacy({ url: peer.url, database: 'old' })
  own = await ownDatabase()
  admin = await aPerson((await anOffice({}, own.db)).id, { role: 'admin' }, own.db)
  await homes().insertMany(Array.from({ length: 30 }, (_, index) => aListingDoc(index, { updatedAt: new Date(0) })))
})
afterAll(async () => {
  await legacy.close()
  await client.close()
  await peer.stop()
  await own.close()
})

const HOUR_MS = 3_600_000
const NOW = new Date('2026-11-20T17:00:00Z')
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS)
const goodStream: StreamFacts = {
  ...{
    stream: 'contacts',
    isCompared: true,
    isWrittenAcross: true,
    openMismatches: 0,
    lastMismatchAt: null,
    quarantined: 0,
  },
  pass: { compared: 1_000, equal: 1_000, onlyHere: 0, endedAt: ago(1) },
  reconciled: { endedAt: ago(5), differed: 2, healed: 2 },
}
const good: Facts = {
  ...{ feature: 'contacts', now: NOW, streams: [goodStream], conflicts: 0, gaps: { waiting: 0, oldestAt: null } },
  ...{ rehearsal: { endedAt: ago(3), passed: true }, shadow: null },
}
const days = (count: number, over = {}) =>
  Array.from({ length: count }, (_, day) => ({ day: ago(24 * day), isComplete: true, unexplained: 0, ...over }))
const but = (over: Partial<StreamFacts>): Facts => ({ ...good, streams: [goodStream, { ...goodStream, ...over }] })

test.each<[string, Facts, string, string]>([
  ['never compared with the source', but({ reconciled: null }), 'source', 'missing'],
  ['long ago', but({ reconciled: { endedAt: ago(25), differed: 0, healed: 0 } }), 'source', 'missing'],
  ['unhealed', but({ reconciled: { endedAt: ago(1), differed: 2, healed: 1 } }), 'source', 'failed'],
  ['no comparer', but({ isCompared: false }), 'parity', 'missing'],
  ['no pass', but({ pass: null }), 'parity', 'missing'],
  ['an old pass', but({ pass: { compared: 1, equal: 1, onlyHere: 0, endedAt: ago(3) } }), 'parity', 'missing'],
  ['99.89 %', but({ pass: { compared: 10_000, equal: 9_989, onlyHere: 0, endedAt: ago(1) } }), 'parity', 'failed'],
  ['a young mismatch', but({ lastMismatchAt: ago(23) }), 'quiet', 'failed'],
  ['quarantine', but({ quarantined: 1 }), 'quarantine', 'failed'],
  ['a gap', { ...good, gaps: { waiting: 1, oldestAt: ago(1) } }, 'gaps', 'failed'],
  ['a conflict', { ...good, conflicts: 1 }, 'conflicts', 'failed'],
  ['six days', { ...good, shadow: days(6) }, 'shadow', 'missing'],
  ['a day half compared', { ...good, shadow: [...days(6), ...days(1, { isComplete: false })] }, 'shadow', 'missing'],
  ['unexplained', { ...good, shadow: [...days(6), ...days(1, { unexplained: 1 })] }, 'shadow', 'failed'],
  ['no rehearsal', { ...good, rehearsal: null }, 'rehearsal', 'missing'],
  ['an old rehearsal', { ...good, rehearsal: { endedAt: ago(25), passed: true } }, 'rehearsal', 'missing'],
  [
    'made here, and written nowhere else',
    but({
      ...{ stream: 'listings', isWrittenAcross: false },
      pass: { compared: 1_003, equal: 1_000, onlyHere: 3, endedAt: ago(1) },
    }),
    ...(['kept', 'failed'] as const),
  ],
  ['a failed rehearsal', { ...good, rehearsal: { endedAt: ago(1), passed: false } }, 'rehearsal', 'failed'],
])('%s alone closes the way', (_name, facts, name, state) => {
  const open = judgeFacts(facts, CHECKS, 24).filter((check) => check.state !== 'ok')
  expect(open).toMatchObject([{ name, state }])
})

test('with everything proven the way is open; a feature without records proves nothing', () => {
  for (const facts of [good, but({ lastMismatchAt: ago(25) }), { ...good, shadow: days(7) }]) {
    expect(judgeFacts(facts, CHECKS, 24).filter(({ state }) => state !== 'ok')).toEqual([])
  }
  expect(judgeFacts({ ...good, streams: [] }, ['parity'], 24)).toMatchObject([{ state: 'missing' }])
  expect(checksFor('both', 'legacy')).toEqual(['gaps', 'kept'])
  expect(checksFor('palmetto', 'both')).toEqual(['gaps', 'kept'])
})

async function rehearse(feature: Feature) {
  clock += 1_000
  const { id } = await caller().moves.rehearse({ feature })
  for (const name of REHEARSAL_STEPS) await rehearseStep(deps(), id, name)
  return closeRehearsal(deps(), id)
}
const standing = async (feature: Feature) => (await mastersOf(own.db))[feature]
const go = async (feature: Feature, to: Master, over = {}) =>
  caller().moves.switch({
    ...{ feature, to, version: (await standing(feature)).version, why: 'We move on.', ...over },
  })

test('a switch is refused with the reasons, and made when everything is proven; it goes back, and all of it stays on record', async () => {
  await expect(go('listings', 'both')).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    message: expect.stringContaining('never compared with the old system itself'),
  })
  await sweepStream(deps(), 'listings', { everyMs: 0 })
  await reconcileStream(deps(), 'listings')
  await compareStream(deps(), 'listings', { everyMs: 0 })
  await expect(go('listings', 'both')).rejects.toThrow('Nobody has rehearsed it.')
  expect(await rehearse('listings')).toEqual({ passed: true })
  expect((await standing('listings')).version).toBe(1)

  const [listings] = (await caller().moves.list()).filter(({ feature }) => feature === 'listings')
  expect(listings).toMatchObject({
    ...{ master: 'legacy', parity: { percent: 100, compared: 30, unequal: 0 }, rehearsal: { passed: true } },
    steps: [{ to: 'both', isBack: false, isOpen: true }],
  })
  const version = (await standing('listings')).version
  const results = await Promise.allSettled([go('listings', 'both', { version }), go('listings', 'both', { version })])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await standing('listings')).toMatchObject({ master: 'both', version: 2, by: admin.fullName })

  await homes().insertOne(aListingDoc(99, { price: 'nothing' }))
  await sweepStream(deps(), 'listings', { everyMs: 0 })
  await compareStream(deps(), 'listings', { everyMs: 0 })
  await expect(go('listings', 'palmetto')).rejects.toThrow('1 document of the old system can not be read yet.')
  await go('listings', 'legacy')
  const history = await caller().moves.switches({ feature: 'listings' })
  expect(history.map(({ fromMaster, toMaster }) => [fromMaster, toMaster])).toEqual([
    ['both', 'legacy'],
    ['legacy', 'both'],
    [null, 'legacy'],
  ])
  expect(history[1]).toMatchObject({ by: admin.fullName, why: 'We move on.' })
  expect(history[1]?.evidence.map(({ name, state }) => [name, state])).toEqual([
    ...[
      ['source', 'ok'],
      ['parity', 'ok'],
      ['rehearsal', 'ok'],
    ],
  ])
  await expect(go('listings', 'palmetto')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(go('listings', 'both', { why: '  short ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('a rehearsal fails when a record differs on both sides, names no value, and is not asked for twice at once', async () => {
  const home = await own.db.listing.findFirstOrThrow({ where: { listingKey: 'legacy:n:3' } })
  await own.db.listing.update({ where: { id: home.id }, data: { bedroomsTotal: 9 } })
  expect(await rehearse('listings')).toEqual({ passed: false })
  const kept = await own.db.legacyRehearsal.findFirstOrThrow({ orderBy: { requestedAt: 'desc' } })
  expect(kept.steps).toContainEqual({
    ...{ name: 'reads', state: 'failed', ms: expect.any(Number) },
    words: '1 of 30 records read from both sides differ.',
  })
  await compareStream(deps(), 'listings', { everyMs: 0 })
  const { items } = await caller().moves.mismatches({ feature: 'listings' })
  expect(items).toMatchObject([{ key: 'n:3', fields: [{ field: 'bedroomsTotal', theirs: '3', ours: '9' }] }])
  expect(await caller().moves.fields({ feature: 'listings' })).toEqual([{ field: 'bedroomsTotal', count: 1 }])

  await caller().moves.rehearse({ feature: 'deals' })
  await expect(caller().moves.rehearse({ feature: 'deals' })).rejects.toMatchObject({ code: 'CONFLICT' })
  clock += 16 * 60_000
  await caller().moves.rehearse({ feature: 'deals' })
})

test('a way back that would leave changes behind is refused, and taken by who says so', async () => {
  await own.db.legacyWrite.create({
    data: {
      ...{ stream: 'notes', targetId: crypto.randomUUID(), version: 1n },
      ...{ queuedAt: new Date(clock - 120_000), changedAt: now(), notBefore: now() },
    },
  })
  await expect(go('notes', 'legacy')).rejects.toThrow('1 change made here did not get across yet')
  await expect(go('notes', 'palmetto', { anyway: true })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
  await go('notes', 'legacy', { anyway: true })
  const [last] = await caller().moves.switches({ feature: 'notes' })
  expect(last?.evidence).toMatchObject([{ name: 'gaps', state: 'failed' }])
})
