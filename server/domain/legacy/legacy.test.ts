import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'

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
  expect(streams.map(({ stream }) => stream)).toEqual(['agents', 'contacts', 'listings', 'savedSearches'])
  expect(streams[1]).toMatchObject({
    followedUntil: new Date(NOON.getTime() - 120_000),
    quarantined: 70,
    reasons: [
      { reason: 'nul-byte', count: 60, words: expect.stringContaining('Retype') },
      { reason: 'reason-of-old', count: 10, words: 'reason-of-old' },
    ],
    unreachable: 4,
    last: { jobRunId: 'last' },
    sinceSuccessMs: 120_000,
  })
  expect(streams[2]).toMatchObject({ followedUntil: null, last: null, sinceSuccessMs: null, quarantined: 0 })
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
