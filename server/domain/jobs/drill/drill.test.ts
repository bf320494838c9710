import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { env } from '#server/env.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aboutDrill } from './drill.health.ts'
import { findLastDrill, listDrills } from './drill.queries.ts'
import { claimDrill, judgeDrills, raiseDrill } from './drill.service.ts'
import { type Arrival, drillMinuteOf, FireDrill, isDrillDue, isFireDrill, judgeDrill, wallClock } from './drill.ts'
import { drillInWords } from './drill.words.ts'

let db: RootDb
let close: () => Promise<void>
beforeAll(async () => ({ db, close } = await ownDatabase()))
afterAll(() => close())
beforeEach(() => Promise.all([db.fireDrill.deleteMany(), db.incident.deleteMany()]))

const at = (iso: string) => new Date(iso)
const MINUTE = 60_000

test("the drill's minute is the same for a day, lies before eleven at night, and says nothing about the next day's", () => {
  const day = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.string(), (date, seed) => {
      const minute = drillMinuteOf(wallClock(date).day, seed)
      expect(minute).toBe(drillMinuteOf(wallClock(date).day, seed))
      expect(minute).toBeGreaterThanOrEqual(0)
      expect(minute).toBeLessThan(23 * 60)
    }),
  )
  const hours = Array.from({ length: 200 }, (_, index) => Math.floor(drillMinuteOf(`day ${index}`, 'seed') / 60))
  expect(new Set(hours).size).toBe(23)
})

test('a day is a day of the wall clock in New York, also when the clock is changed', () => {
  expect(wallClock(at('2026-03-08T06:59:00Z'))).toEqual({ day: '2026-03-08', minute: 119 })
  expect(wallClock(at('2026-03-08T07:00:00Z'))).toEqual({ day: '2026-03-08', minute: 180 })
  expect(wallClock(at('2026-11-01T05:30:00Z'))).toEqual({ day: '2026-11-01', minute: 90 })
  expect(wallClock(at('2026-11-01T06:30:00Z'))).toEqual({ day: '2026-11-01', minute: 90 })
})

const arrival = (channel: Arrival['channel'], afterMs: number | null, reply: string | null = null) => ({
  channel,
  afterMs,
  reply,
})

test.each([
  [[arrival('slack', 4_000)], 1, 'arrived', 'alarm arrived after 4 s (Slack).'],
  [
    [arrival('slack', 4_000), arrival('mail', 6_100)],
    9,
    'arrived',
    'alarm arrived after 4 s (Slack), 6 s (alarm mailbox).',
  ],
  [[arrival('slack', 4_000), arrival('mail', null)], 4, null, 'the alarm is on its way.'],
  [
    [arrival('slack', 4_000), arrival('mail', null, 'no answer')],
    6,
    'missing',
    'the alarm did not arrive by alarm mailbox (no answer). The alarm arrived after 4 s (Slack).',
  ],
  [[arrival('slack', 720_000)], 20, 'late', 'alarm arrived after 12 minutes (Slack), which is late.'],
] as const)('what became of a drill, in words (%#)', (arrivals, minutes, outcome, words) => {
  const startedAt = at('2026-11-21T15:00:00Z')
  expect(judgeDrill(startedAt, arrivals, new Date(startedAt.getTime() + minutes * MINUTE))).toBe(outcome)
  expect(drillInWords({ outcome, arrivals })).toBe(words)
})

test('only the failure on purpose is a drill: another error of the same job is real', () => {
  expect(isFireDrill('canary-failure', new FireDrill())).toBe(true)
  expect(isFireDrill('canary-failure', new Error('no database'))).toBe(false)
  expect(isFireDrill('send-alerts', new FireDrill())).toBe(false)
})

const lateEvening = at('2026-11-22T04:59:00Z')
const claim = (runId: string, when = lateEvening, asked = false) =>
  claimDrill(db, { runId, at: when, asked }, ['slack', 'mail'])

test('a worker that was down at the hour holds the drill later that day; the run that has it keeps it after a crash', async () => {
  expect(isDrillDue(lateEvening, env.NEXTAUTH_SECRET)).toBe(true)
  expect(await Promise.all(Array.from({ length: 8 }, () => claim('run-1')))).toEqual(Array(8).fill('held-by-this-run'))
  expect(await claim('run-2')).toBe('held-before')
  expect(await claim('run-2', lateEvening, true)).toBe('held-before')
  expect(await claim('run-3', at('2026-11-23T04:59:00Z'))).toBe('held-by-this-run')
  expect(await claimDrill(db, { runId: 'run-4', at: lateEvening, asked: false }, [])).toBe('no-channel')
})

test('a drill that somebody asked for before its hour is the one of the day', async () => {
  const midnight = at('2026-11-21T05:00:00Z')
  expect(drillMinuteOf('2026-11-21', env.NEXTAUTH_SECRET)).toBeGreaterThan(0)
  expect(await claim('run-1', midnight)).toBe('not-yet')
  expect(await claim('run-2', midnight, true)).toBe('held-by-this-run')
  expect(await claim('run-3', midnight)).toBe('held-before')
  expect(await claim('run-4', lateEvening)).toBe('held-before')
})

test('a failure that is told twice raises one alarm a channel', async () => {
  await claim('run-1')
  await Promise.all([raiseDrill({ db, at: lateEvening }, 'run-1'), raiseDrill({ db, at: lateEvening }, 'run-1')])
  await raiseDrill({ db, at: lateEvening }, 'run-1')
  expect(await db.incidentNotice.count()).toBe(2)
  expect(await db.incident.findMany()).toMatchObject([{ causeKey: 'fire-drill:2026-11-21', resolvedAt: lateEvening }])
})

test('a failure that raised nothing did not arrive, and silence is a reason to worry until a drill arrives', async () => {
  await claim('run-1')
  const later = new Date(lateEvening.getTime() + 6 * MINUTE)
  await judgeDrills(db, later)
  const last = await findLastDrill(db)
  expect(last).toMatchObject({ outcome: 'missing', words: expect.stringContaining('the failure raised no alarm') })
  expect(aboutDrill(last, null, later)).toMatchObject([
    { kind: 'drill', title: "The fire drill's alarm did not arrive" },
  ])
})

test('a day without a drill is a reason to worry an hour after its time, unless the jobs have only just started', async () => {
  const day = '2026-11-21'
  const midnight = at('2026-11-21T05:00:00Z').getTime()
  const due = midnight + drillMinuteOf(day, env.NEXTAUTH_SECRET) * MINUTE
  const since = new Date(midnight - 24 * 60 * MINUTE)
  const reasons = (minutes: number, from: Date | null = since) =>
    aboutDrill(null, from, new Date(due + minutes * MINUTE)).length
  expect([reasons(59), reasons(60), reasons(90)]).toEqual([0, 1, 1])
  expect(reasons(90, new Date(due + 40 * MINUTE))).toBe(0)
  expect(reasons(90, null)).toBe(0)
})

test('the days stand in a row from the first drill on, and one without a drill shows as a gap', async () => {
  for (const day of ['18', '20', '21']) await claim(`run-${day}`, at(`2026-11-${Number(day) + 1}T04:59:00Z`))
  const { words, days } = await listDrills(db, lateEvening)
  expect(words).toBe("Today's fire drill: the alarm is on its way.")
  expect(days.map(({ day, drill }) => [day.slice(-2), drill?.runId ?? null])).toEqual([
    ...[
      ['18', 'run-18'],
      ['19', null],
      ['20', 'run-20'],
      ['21', 'run-21'],
    ],
  ])
  expect((await listDrills(db, at('2026-11-22T15:00:00Z'))).words).toContain('still to come')
})
