import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { jobsHealth } from './health.queries.ts'
import { schedules } from './schedules.ts'
import { endLostRuns, watchJobs } from './watch.service.ts'
import { heartbeat, markStopped } from './worker.service.ts'

let db: RootDb
let close: () => Promise<void>
beforeAll(async () => ({ db, close } = await ownDatabase()))
afterAll(() => close())

const at = (time: string) => new Date(`2026-11-21T${time}Z`)
const now = at('15:07:30')
const health = (when = now) => jobsHealth(db, when, { expectsWorker: true })
const wordsOf = async (when?: Date) => (await health(when)).reasons.map(({ words }) => words)

const aRun = (functionId: string, tick: string, over: Partial<Prisma.JobRunUncheckedCreateInput> = {}) => {
  const times = { scheduledAt: at(tick), startedAt: at(tick), seenAt: at(tick), endedAt: at(tick) }
  const ended = { status: 'completed' as const, outcome: 'good' as const }
  return db.jobRun.create({
    data: { runId: crypto.randomUUID(), functionId, trigger: 'cron', ...times, ...ended, ...over },
  })
}

/** Everything as it should be at 15:07:30. */
beforeEach(async () => {
  await Promise.all([db.jobRun.deleteMany(), db.jobSchedule.deleteMany(), db.incident.deleteMany()])
  await db.workerHeartbeat.deleteMany()
  await heartbeat(db, 'worker-1')
  await db.workerHeartbeat.updateMany({ data: { seenAt: at('15:07:25'), startedAt: at('12:00:00') } })
  await db.jobSchedule.updateMany({ data: { since: at('12:00:00') } })
  for (const { id } of schedules) await aRun(id, id === 'send-alerts' ? '15:00:00' : '15:07:00')
})

test('all is well when each schedule has run and the worker is alive', async () => {
  expect(await health()).toEqual({ ok: true, reasons: [], paused: [] })
})

test('a tick that has not started when its grace is over is overdue, and not a second before', async () => {
  await db.jobRun.deleteMany({ where: { functionId: 'send-alerts' } })
  await aRun('send-alerts', '14:45:00')
  await db.workerHeartbeat.updateMany({ data: { seenAt: at('15:02:00') } })
  expect(await wordsOf(at('15:01:58'))).toEqual([])
  expect(await wordsOf(at('15:02:02'))).toEqual([
    'Property alerts should have run 2 minutes ago and has not; its last run was 17 minutes ago.',
  ])
})

test('no tick is expected from before the schedule was there', async () => {
  await db.jobRun.deleteMany({ where: { functionId: 'send-alerts' } })
  await db.jobSchedule.update({ where: { functionId: 'send-alerts' }, data: { since: at('15:03:00') } })
  expect(await wordsOf()).toEqual([])
  await db.workerHeartbeat.updateMany({ data: { seenAt: at('15:17:01') } })
  const reasons = (await health(at('15:17:02'))).reasons.filter(({ functionId }) => functionId === 'send-alerts')
  expect(reasons.map(({ kind }) => kind)).toEqual(['overdue'])
})

test('a tick that finds its job still at work, or just ended, is not overdue', async () => {
  await db.jobRun.deleteMany({ where: { functionId: 'sync-legacy' } })
  const started = { status: 'running' as const, outcome: null, endedAt: null }
  const { runId } = await aRun('sync-legacy', '14:50:00', { ...started, seenAt: at('15:07:20') })
  expect(await wordsOf()).toEqual([])
  await db.jobRun.update({ where: { runId }, data: { status: 'completed', outcome: 'good', endedAt: at('15:07:25') } })
  expect(await wordsOf()).toEqual([])
})

test('a run that shows no sign of life is stuck', async () => {
  const started = { status: 'running' as const, outcome: null, endedAt: null }
  await aRun('sync-legacy', '15:06:00', { ...started, seenAt: at('15:02:29') })
  expect(await wordsOf()).toEqual(['Legacy sync has shown no sign of life for 5 minutes.'])
})

test('a run that waits for people is not stuck, however long they take', async () => {
  const waiting = { status: 'running' as const, outcome: null, endedAt: null, seenAt: at('14:02:29') }
  await aRun('offer-lead', '14:02:00', waiting)
  await aRun('chase-lead', '14:02:00', waiting)
  expect(await wordsOf()).toEqual([])
})

test('a last run that is bad is a reason until one is good', async () => {
  await aRun('close-alert-books', '15:07:01', { outcome: 'bad', words: '1 mail is unaccounted for' })
  expect(await wordsOf()).toEqual(['Alert books: 1 mail is unaccounted for'])
  await aRun('close-alert-books', '15:07:02')
  expect(await wordsOf()).toEqual([])
})

test('a run that failed and is tried again is a reason before its last attempt', async () => {
  const started = { status: 'running' as const, outcome: null, endedAt: null, seenAt: at('15:07:20') }
  const { runId } = await aRun('sync-legacy', '15:07:10', { ...started, errorName: 'Error', errorMessage: 'no answer' })
  expect(await wordsOf()).toEqual(['Legacy sync: failed, and is being tried again: no answer'])
  await db.jobRun.update({ where: { runId }, data: { errorName: null, errorMessage: null } })
  expect(await wordsOf()).toEqual([])
})

test('nothing is expected of a paused schedule, and it is named', async () => {
  await db.jobRun.deleteMany({ where: { functionId: 'send-alerts' } })
  await db.jobSchedule.update({ where: { functionId: 'send-alerts' }, data: { pausedAt: at('13:00:00') } })
  expect(await health()).toEqual({ ok: true, reasons: [], paused: ['Property alerts'] })
})

test('a silent worker, a stopped one and one that never was are each said in their own words', async () => {
  await db.workerHeartbeat.updateMany({ data: { seenAt: at('15:06:48') } })
  expect(await wordsOf()).toEqual(['The worker has shown no sign of life for 42 seconds.'])
  await markStopped(db, 'worker-1')
  await db.workerHeartbeat.updateMany({ data: { seenAt: at('15:04:30') } })
  expect(await wordsOf()).toEqual(['The worker was stopped 3 minutes ago, and no other one is running.'])
  await db.workerHeartbeat.deleteMany()
  expect(await wordsOf()).toEqual(['No worker has ever started, so no job can run.'])
  expect((await jobsHealth(db, now, { expectsWorker: false })).ok).toBe(true)
})

test('what is wrong becomes an incident once, however many watch, and is resolved when it is over', async () => {
  const watch = (when = now) => watchJobs(db, when, { expectsWorker: true })
  await db.workerHeartbeat.updateMany({ data: { seenAt: at('15:06:00') } })
  const raised = await Promise.all(Array.from({ length: 5 }, () => watch()))
  expect(raised.reduce((sum, one) => sum + one.raised, 0)).toBe(1)
  await watch()
  expect(await db.incident.findMany()).toMatchObject([{ causeKey: 'worker-dead', title: 'The worker is dead' }])

  await db.workerHeartbeat.updateMany({ data: { seenAt: now } })
  expect(await watch()).toMatchObject({ resolved: 1, health: { ok: true } })
  expect(await db.incident.count({ where: { resolvedAt: null } })).toBe(0)
})

test('a dead worker is one incident, not one a job that is late because of it', async () => {
  const causes = async () => (await db.incident.findMany()).map(({ causeKey }) => causeKey)
  const later = at('15:30:00')
  await watchJobs(db, later, { expectsWorker: true })
  expect(await causes()).toEqual(['worker-dead'])
  // It is back, and has a moment to make up for what it missed.
  await db.workerHeartbeat.updateMany({ data: { seenAt: later, startedAt: later } })
  await watchJobs(db, later, { expectsWorker: true })
  expect(await causes()).toEqual(['worker-dead'])
  await db.workerHeartbeat.updateMany({ data: { seenAt: at('15:31:31') } })
  await watchJobs(db, at('15:31:31'), { expectsWorker: true })
  // Those of the night and of every few hours have no tick between the two.
  const elsewhen = [
    'keep-house',
    'count-alert-weeks',
    'tend-searches',
    'compare-alerts',
    'reconcile-legacy',
    'map-slack-people',
    'greet-slack',
  ]
  expect(await causes()).toHaveLength(1 + schedules.filter(({ id }) => !elsewhen.includes(id)).length)
})

test('the watch leaves incidents of failed runs to the next good run', async () => {
  await db.incident.create({ data: { causeKey: 'job-failed:sync-legacy', title: 'Legacy sync failed', detail: '' } })
  expect(await watchJobs(db, now, { expectsWorker: true })).toMatchObject({ resolved: 0 })
})

test('a run that nobody will ever end is ended', async () => {
  const lost = { status: 'running' as const, outcome: null, endedAt: null, seenAt: new Date('2026-11-20T00:00:00Z') }
  await aRun('sync-legacy', '15:00:00', lost)
  expect(await endLostRuns(db, now)).toEqual({ ended: 1 })
})
