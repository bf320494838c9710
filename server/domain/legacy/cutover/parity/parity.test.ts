import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import type { RootDb } from '#server/db.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, aListing, anAgent, anOffice } from '#server/testing/factories.ts'
import { OFFICES } from '#world/legacy/documents.ts'
import { seedLegacy } from '#world/legacy/seed.ts'
import { startMongoPeer } from '#world/mongo/peer.ts'
import { NOON } from '../../sync/documents.fixture.ts'
import { sweepStream } from '../../sync/sweep.ts'
import { tryRoundTrip } from '../rehearsal/round-trips.ts'
import { compareStream } from './compare.ts'
import { COMPARED, type ComparedStream } from './comparers.ts'
import { asText, differencesOf, sideOf } from './sides.ts'

let db: RootDb
let clock = NOON.getTime()
const deps = () => ({ db, now: () => new Date(clock), log })
const compare = (stream: ComparedStream) => {
  clock += 60_000
  return compareStream(deps(), stream, { everyMs: 0, perSecond: 1_000_000 })
}
const open = (stream: ComparedStream) =>
  db.legacyMismatch.findMany({ where: { stream, resolvedAt: null }, orderBy: { key: 'asc' } })

beforeAll(async () => {
  const peer = await startMongoPeer({ port: 0, now: () => NOON })
  const client = await new MongoClient(peer.url).connect()
  const legacy = connectLegacy({ url: peer.url, database: 'legacy' })
  const own = await ownDatabase()
  db = own.db
  for (const name of OFFICES) await anOffice({ name }, db)
  await seedLegacy(client.db('legacy'), { seed: 7, now: NOON, photoOrigin: 'http://photos.test', scale: 0.05 })
  // A walk brings everything, and a second one those who waited for somebody of the first.
  for (const stream of [...COMPARED, ...COMPARED]) {
    await sweepStream({ ...deps(), legacy }, stream, { everyMs: 0, pages: 1_000, perSecond: 1_000_000 })
  }
  await Promise.all([legacy.close(), client.close(), peer.stop()])
  return own.close
})
afterAll(() => db.$disconnect())

test('after the walks of five years of dirt each row is what its document says, and who is put aside is counted apart', async () => {
  for (const stream of COMPARED) {
    const state = await compare(stream)
    const [held, aside] = await Promise.all([
      db.legacyDocument.count({ where: { stream } }),
      db.legacyQuarantine.count({ where: { stream } }),
    ])
    expect({ ...state, found: await open(stream) }).toEqual({
      ...{
        stream,
        state: 'done',
        compared: held - aside,
        equal: held - aside,
        unequal: 0,
        quarantined: aside,
        found: [],
      },
    })
  }
})

test('a rehearsal takes each record across and back, and names the field of one that would come back otherwise', async () => {
  const said = [await tryRoundTrip(db, 'contacts'), await tryRoundTrip(db, 'savedSearches')]
  expect(said).toMatchObject([{ state: 'ok' }, { state: 'ok' }])
  const { targetId } = await someRecord('contacts', 0)
  const { agentId, officeId } = await db.contact.findUniqueOrThrow({ where: { id: targetId } })
  const agent = await anAgent(officeId, {}, db)
  await db.contact.update({ where: { id: targetId }, data: { agentId: agent.id } })
  expect(await tryRoundTrip(db, 'contacts')).toEqual({
    state: 'failed',
    words: expect.stringMatching(/^1 of \d+ records would come back otherwise: agentId \(1\)\.$/),
  })
  await db.contact.update({ where: { id: targetId }, data: { agentId } })
  expect(await tryRoundTrip(db, 'deals')).toMatchObject({ state: 'skipped' })
})

const someRecord = async (stream: ComparedStream, skip: number) => {
  const aside = await db.legacyQuarantine.findMany({ where: { stream }, select: { sourceId: true } })
  return db.legacyRecord.findFirstOrThrow({
    where: { stream, sourceId: { notIn: aside.map(({ sourceId }) => sourceId) } },
    orderBy: { sourceId: 'asc' },
    skip,
  })
}

test('each kind of mismatch is found, told with both sides, known from when on, and gone when it is mended', async () => {
  const [changed, lost] = [await someRecord('contacts', 0), await someRecord('contacts', 1)]
  const [gone, removed] = [await someRecord('contacts', 2), await someRecord('contacts', 3)]
  const was = await db.contact.findUniqueOrThrow({ where: { id: changed.targetId } })
  await db.contact.update({ where: { id: changed.targetId }, data: { phone: '+18435550000', fullName: 'Zoe Marsh' } })
  await db.legacyRecord.delete({ where: { stream_sourceId: { stream: 'contacts', sourceId: lost.sourceId } } })
  const of = (sourceId: string) => ({ where: { stream_sourceId: { stream: 'contacts' as const, sourceId } } })
  await db.legacyDocument.update({ ...of(gone.sourceId), data: { goneAt: NOON } })
  await db.contact.update({ where: { id: removed.targetId }, data: { removedAt: NOON } })
  const office = await db.office.findFirstOrThrow()
  const stray = await aContact(await anAgent(office.id, {}, db), {}, db)

  const first = await compare('contacts')
  expect(first.unequal).toBe(6)
  const found = new Map((await open('contacts')).map((one) => [one.key, one]))
  expect(found.get(changed.sourceId)).toMatchObject({
    kind: 'differs',
    targetId: changed.targetId,
    fields: [
      { field: 'fullName', theirs: was.fullName, ours: 'Zoe Marsh' },
      { field: 'phone', theirs: was.phone, ours: '+18435550000' },
    ],
  })
  expect(found.get(lost.sourceId)).toMatchObject({ kind: 'missing', targetId: null })
  expect(found.get(`row:${lost.targetId}`)).toMatchObject({ kind: 'onlyHere' })
  expect(found.get(gone.sourceId)).toMatchObject({ kind: 'surplus', targetId: gone.targetId })
  expect(found.get(removed.sourceId)?.fields).toEqual([{ field: 'removed', theirs: 'no', ours: 'yes' }])
  expect(found.get(`row:${stray.id}`)).toMatchObject({ kind: 'onlyHere' })
  const pass = await db.legacyParity.findFirstOrThrow({ where: { stream: 'contacts' }, orderBy: { startedAt: 'desc' } })
  expect(pass).toMatchObject({ differing: 2, missing: 1, surplus: 1, onlyHere: 2 })
  expect(pass.fields).toEqual({ fullName: 1, phone: 1, removed: 1 })

  await db.contact.update({ where: { id: changed.targetId }, data: { fullName: was.fullName } })
  await db.contact.update({ where: { id: stray.id }, data: { removedAt: NOON } })
  await compare('contacts')
  const again = await db.legacyMismatch.findUniqueOrThrow({
    where: { stream_key: { stream: 'contacts', key: changed.sourceId } },
  })
  expect(again.firstSeenAt).toEqual(found.get(changed.sourceId)?.firstSeenAt)
  expect(again.fields).toMatchObject([{ field: 'phone' }])
  await db.contact.update({ where: { id: changed.targetId }, data: { phone: was.phone } })
  await compare('contacts')
  const keys = (await open('contacts')).map(({ key }) => key)
  expect(keys).not.toContain(changed.sourceId)
  expect(keys).not.toContain(`row:${stray.id}`)
  expect(keys).toHaveLength(4)
})

test('a field of a home and a criterion of a search that differ are named', async () => {
  const [home, search] = [await someRecord('listings', 0), await someRecord('savedSearches', 0)]
  await db.listing.update({
    where: { id: home.targetId },
    data: { listPriceCents: 12_300n, photoUrls: ['http://x.test/1'] },
  })
  const { polygons: _drawn, ...asked } = await db.savedSearchVersion.findFirstOrThrow({
    where: { searchId: search.targetId },
    orderBy: { version: 'desc' },
  })
  const version = asked.version + 1
  await db.savedSearchVersion.create({ data: { ...asked, version, bedroomsMin: 17 } })
  await db.savedSearch.update({ where: { id: search.targetId }, data: { currentVersion: version } })
  await aListing({}, db)
  expect(await compare('listings')).toMatchObject({ unequal: 2 })
  await compare('savedSearches')
  const told = async (stream: ComparedStream, key: string) =>
    (await open(stream)).find((one) => one.key === key)?.fields
  expect(await told('listings', home.sourceId)).toMatchObject([
    { field: 'listPriceCents', ours: '12300' },
    { field: 'photoUrls' },
  ])
  expect(await told('savedSearches', search.sourceId)).toMatchObject([{ field: 'bedroomsMin', ours: '17' }])
})

test('a pass that is cut short goes on where it stood, two at once count each document once, and a young one is enough', async () => {
  clock += 60_000
  const slow = { everyMs: 0, pageSize: 40, pages: 1, perSecond: 1_000_000 }
  expect(await compareStream(deps(), 'contacts', slow)).toMatchObject({
    state: 'underway',
    compared: expect.any(Number),
  })
  const many = { ...slow, pages: 1_000 }
  const states = await Promise.all([compareStream(deps(), 'contacts', many), compareStream(deps(), 'contacts', many)])
  expect(states.map(({ state }) => state).toSorted()).toEqual(['busy', 'done'])
  const pass = await db.legacyParity.findFirstOrThrow({ where: { stream: 'contacts' }, orderBy: { startedAt: 'desc' } })
  const live = await db.legacyDocument.count({ where: { stream: 'contacts', goneAt: null } })
  expect(pass.compared + pass.quarantined - pass.onlyHere - pass.surplus).toBe(live)
  expect(await compareStream(deps(), 'contacts')).toMatchObject({ state: 'early' })
})

test('values that mean the same are the same text', () => {
  const at = new Date(0)
  const side = sideOf({ cents: 5n, at, none: null, absent: undefined, list: [1, 'a'], deep: { sum: 7n } })
  expect(side).toEqual({
    ...{ cents: '5', at: '1970-01-01T00:00:00.000Z', none: null, absent: null, list: '[1,"a"]', deep: '{"sum":"7"}' },
  })
  expect(asText(5)).toBe(asText(5n))
  expect(differencesOf({ a: '1' }, { a: '1', derived: 'x' })).toEqual([])
})
