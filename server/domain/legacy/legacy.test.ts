import { BSON, ObjectId } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aListing, anAgent, anOffice } from '#server/testing/factories.ts'
import { STREAMS } from './legacy.words.ts'

const NOON = new Date('2026-11-20T17:00:00Z')
let own: Awaited<ReturnType<typeof ownDatabase>>
let caller: ReturnType<typeof callAs>

beforeAll(async () => {
  own = await ownDatabase()
  const admin = await anAgent((await anOffice({}, own.db)).id, { role: 'admin' }, own.db)
  caller = callAs(admin, { db: own.db, now: () => NOON })
  const aside = (index: number, reason: string) => ({
    ...{ stream: 'contacts' as const, sourceId: `s:a/${String(index).padStart(3, '0')}`, reason },
    ...{ hash: Buffer.from('h'), raw: Buffer.from('whole document'), sample: 'x' },
  })
  await own.db.legacyQuarantine.createMany({
    data: Array.from({ length: 70 }, (_, index) => aside(index, index < 60 ? 'nul-byte' : 'reason-of-old')),
  })
  const minute = (count: number) => new Date(NOON.getTime() - count * 60_000)
  const run = (jobRunId: string, minutes: number, over = {}) => ({
    ...{
      jobRunId,
      stream: 'contacts' as const,
      read: 3,
      inserted: 3,
      startedAt: minute(minutes),
      endedAt: minute(minutes - 1),
    },
    ...over,
  })
  await own.db.legacySyncCount.createMany({
    data: [run('old', 30), run('last', 3, { unreachable: 4 }), run('open', 1, { endedAt: null })],
  })
  await own.db.legacyCursor.create({ data: { stream: 'contacts', updatedAt: minute(2), sourceId: '{"_id":1}' } })
})
afterAll(() => own.close())

test('a stream says how far it has come, when it last succeeded, and what was put aside and why', async () => {
  const streams = await caller.legacy.streams()
  expect(streams.map(({ stream }) => stream)).toEqual([...STREAMS])
  const of = (name: (typeof STREAMS)[number]) => streams.find(({ stream }) => stream === name)
  expect(of('contacts')).toMatchObject({
    followedUntil: new Date(NOON.getTime() - 120_000),
    quarantined: 70,
    reasons: [
      { reason: 'nul-byte', label: 'Unreadable character', count: 60, words: expect.stringContaining('Retype') },
      { reason: 'reason-of-old', count: 10, words: 'reason-of-old' },
    ],
    unreachable: 4,
    last: { jobRunId: 'last' },
    runs: [{ jobRunId: 'old' }, { jobRunId: 'last' }, { jobRunId: 'open', endedAt: null }],
    sinceSuccessMs: 120_000,
  })
  expect(of('listings')).toMatchObject({ followedUntil: null, last: null, sinceSuccessMs: null, quarantined: 0 })
})

test('the counts of a run can be looked up by the run', async () => {
  expect(await caller.legacy.ofRun({ runId: 'last' })).toMatchObject([{ stream: 'contacts', read: 3, unreachable: 4 }])
  expect(await caller.legacy.ofRun({ runId: 'none' })).toEqual([])
})

test('what was put aside is listed a page at a time, without the documents', async () => {
  const first = await caller.legacy.quarantine({ stream: 'contacts' })
  const second = await caller.legacy.quarantine({ stream: 'contacts', cursor: first.nextCursor })
  const ids = [...first.items, ...second.items].map(({ sourceId }) => sourceId)
  expect(new Set(ids).size).toBe(70)
  expect(second.nextCursor).toBeUndefined()
  expect(JSON.stringify(first)).not.toContain('raw')
  expect((await caller.legacy.quarantine({ reason: 'reason-of-old' })).items).toHaveLength(10)
})

test('what came last stands first, also when much of it came in the same moment', async () => {
  const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)
  const aside = (sourceId: string, lastSeenAt: Date) => ({
    ...{ stream: 'agents' as const, sourceId, lastSeenAt, reason: 'too-late' },
    ...{ hash: Buffer.from('h'), raw: Buffer.from('whole document') },
  })
  const moment = Array.from({ length: 60 }, (_, index) => aside(`n:${100 + index}`, at(1)))
  await own.db.legacyQuarantine.createMany({ data: [aside('n:1', at(0)), ...moment, aside('n:999', at(2))] })
  const first = await caller.legacy.quarantine({ reason: 'too-late' })
  const second = await caller.legacy.quarantine({ reason: 'too-late', cursor: first.nextCursor })
  const ids = [...first.items, ...second.items].map(({ sourceId }) => sourceId)
  expect(ids).toEqual(['n:999', ...moment.map(({ sourceId }) => sourceId), 'n:1'])
  await expect(caller.legacy.quarantine({ cursor: 'x'.repeat(600) })).resolves.toBeTruthy()
})

test('a document that was put aside opens whole, in the types the old system gave it', async () => {
  const agentId = new ObjectId()
  const updatedAt = new Date('2026-11-19T08:00:00Z')
  const raw = BSON.serialize({ _id: 7, name: 'a\u0000b', agentId, price: '$350,000', updatedAt })
  const aside = { reason: 'orphan', hash: Buffer.from('h'), raw: Buffer.from(raw) }
  const agent = { stream: 'agents', sourceId: `o:${agentId.toHexString()}` } as const
  const waitsFor = { waitsForStream: agent.stream, waitsForId: agent.sourceId }
  const target = { targetId: crypto.randomUUID(), hash: Buffer.from('h') }
  await own.db.legacyQuarantine.createMany({
    data: [
      { stream: 'listings', sourceId: 'n:7', ...aside, ...waitsFor },
      { ...agent, ...aside },
    ],
  })
  await own.db.legacyRecord.create({ data: { stream: 'listings', sourceId: 'n:7', ...target } })

  const opened = await caller.legacy.quarantined({ stream: 'listings', sourceId: 'n:7' })
  expect(opened).toMatchObject({
    ...{ label: 'Waits for another record', bytes: raw.length, waiting: 0 },
    waitsFor: { ...agent, isQuarantined: true },
    inUse: { targetId: target.targetId },
  })
  expect(opened.document?.text).toContain('"price": "$350,000"')
  expect(JSON.parse(opened.document?.text ?? '')).toEqual({
    ...{ _id: 7, name: 'a\u0000b', price: '$350,000' },
    ...{ agentId: { $oid: agentId.toHexString() }, updatedAt: { $date: '2026-11-19T08:00:00Z' } },
  })
  expect(await caller.legacy.quarantined(agent)).toMatchObject({ waiting: 1, waitsFor: null, inUse: null })
})

test('bytes that are no document are said to be none; what was let out is not there', async () => {
  const known = { stream: 'contacts', sourceId: 's:a/000' } as const
  expect(await caller.legacy.quarantined(known)).toMatchObject({ document: null, reason: 'nul-byte' })
  await expect(caller.legacy.quarantined({ ...known, stream: 'listings' })).rejects.toThrow('does not exist')
})

test('a document too long for a screen is cut, and says so', async () => {
  const raw = Buffer.from(BSON.serialize({ _id: 1, remarks: 'x'.repeat(300_000) }))
  const key = { stream: 'listings', sourceId: 'n:1' } as const
  await own.db.legacyQuarantine.create({ data: { ...key, reason: 'invalid-price', hash: raw, raw } })
  const { document, bytes } = await caller.legacy.quarantined(key)
  expect(document).toMatchObject({ isCut: true })
  expect(document?.text.length).toBeLessThan(bytes)
})

test('the feed is held back from the moment on when its oldest change is older than five minutes', async () => {
  expect(await caller.legacy.feed()).toMatchObject({ ageMs: 0, isHeldBack: false, limitMs: 300_000 })
  const listing = await aListing({}, own.db)
  const event = { listingId: listing.id, kind: 'New', toPriceCents: 1n, toStatus: 'Active' } as const
  const at = new Date(Date.now() - 300_001)
  await own.db.listingEvent.create({ data: { ...event, changeKey: 'k', occurredAt: at, recordedAt: at } })
  const feed = await caller.legacy.feed()
  expect(feed).toMatchObject({ isHeldBack: true, measuredAt: NOON })
  expect(feed.ageMs).toBeGreaterThan(300_000)
})
