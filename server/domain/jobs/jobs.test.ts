import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import type { Person, Prisma } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { isPaused } from './jobs.service.ts'
import { schedules } from './schedules.ts'
import { heartbeat } from './worker.service.ts'

let db: RootDb
let close: () => Promise<void>
let admin: Person
let agent: Person
const now = new Date('2026-11-21T15:07:30Z')
const as = (person: Person | null) => callAs(person, { db, now: () => now })

beforeAll(async () => {
  ;({ db, close } = await ownDatabase())
  const { id } = await anOffice({}, db)
  admin = await aPerson(id, { role: 'admin', fullName: 'Dana Rivers' }, db)
  agent = await aPerson(id, {}, db)
  await heartbeat(db, 'worker-1')
})
afterAll(() => close())
beforeEach(async () => {
  await Promise.all([db.jobRun.deleteMany(), db.outboxEvent.deleteMany(), db.incident.deleteMany()])
  await db.jobSchedule.updateMany({ data: { pausedAt: null, pausedById: null } })
})

const aRun = (minutesAgo: number, over: Partial<Prisma.JobRunUncheckedCreateInput> = {}) => {
  const startedAt = new Date(now.getTime() - minutesAgo * 60_000)
  return db.jobRun.create({
    data: {
      runId: crypto.randomUUID(),
      functionId: 'send-alerts',
      trigger: 'cron',
      scheduledAt: new Date(startedAt.getTime() - 400),
      startedAt,
      seenAt: startedAt,
      endedAt: new Date(startedAt.getTime() + 2_000),
      status: 'completed',
      outcome: 'good',
      words: '87 people mailed',
      ...over,
    },
  })
}

test('the overview shows each schedule with its runs, oldest first, its next tick and its usual durations', async () => {
  for (const minutes of [37, 22, 7]) await aRun(minutes)
  await aRun(52, { endedAt: new Date(now.getTime() - 51 * 60_000) })
  const { schedules: lines, lastAlert } = await as(admin).jobs.overview()
  expect(lines.map(({ id }) => id)).toEqual(schedules.map(({ id }) => id))
  const alerts = lines.find(({ id }) => id === 'send-alerts')
  expect(alerts).toMatchObject({
    nextTickAt: new Date('2026-11-21T15:15:00Z'),
    p50Ms: 2_000,
    p95Ms: 60_000,
    lateP95Ms: 400,
    lastWords: '87 people mailed',
  })
  expect(alerts?.runs.map(({ durationMs }) => durationMs)).toEqual([60_000, 2_000, 2_000, 2_000])
  expect(lastAlert).toMatchObject({ words: '87 people mailed', at: new Date('2026-11-21T15:00:30Z') })
})

test('one sentence says whether all is well, and what is not', async () => {
  await db.workerHeartbeat.updateMany({ data: { seenAt: now } })
  for (const { id } of schedules) await aRun(0.2, { functionId: id })
  expect(await as(admin).jobs.overview()).toMatchObject({ sentence: `All ${schedules.length} jobs on time.` })
  await aRun(0.1, { outcome: 'bad', words: '1 mail is unaccounted for' })
  expect(await as(admin).jobs.overview()).toMatchObject({
    ok: false,
    sentence: 'Property alerts: 1 mail is unaccounted for',
  })
})

test('a run is shown with each attempt of its steps, its figures and who asked for it', async () => {
  const { runId } = await aRun(3, { requestedById: admin.id, output: { counts: { planned: 87, odd: 'no' } } })
  const at = (seconds: number) => new Date(now.getTime() - 180_000 + seconds * 1_000)
  const step = { runId, hashedId: 'h', name: 'plan' }
  await db.jobStep.create({ data: { ...step, attempt: 1, status: 'completed', startedAt: at(5), endedAt: at(6) } })
  await db.jobStep.create({
    data: { ...step, attempt: 0, status: 'retrying', startedAt: at(0), endedAt: at(1), errorMessage: 'no answer' },
  })
  const run = await as(admin).jobs.run({ runId })
  expect(run).toMatchObject({
    name: 'Property alerts',
    requestedBy: 'Dana Rivers',
    counts: { planned: 87 },
    lateMs: 400,
  })
  expect(run.counts).not.toHaveProperty('odd')
  expect(run.steps.map(({ attempt, durationMs, errorMessage }) => [attempt, durationMs, errorMessage])).toEqual([
    [0, 1_000, 'no answer'],
    [1, 1_000, null],
  ])
  await expect(as(admin).jobs.run({ runId: 'made-up' })).rejects.toThrow('does not exist')
})

test('run now is a fact in the outbox with who asked, and is refused while the job runs', async () => {
  await as(admin).jobs.runNow({ functionId: 'send-alerts' })
  expect(await db.outboxEvent.findMany({ select: { name: true, data: true } })).toEqual([
    { name: 'jobs/run.requested', data: { functionId: 'send-alerts', requestedById: admin.id } },
  ])
  await aRun(1, { status: 'running', outcome: null, endedAt: null, seenAt: now })
  await expect(as(admin).jobs.runNow({ functionId: 'send-alerts' })).rejects.toThrow('is running right now')
  await expect(as(admin).jobs.runNow({ functionId: 'made-up' })).rejects.toThrow('does not exist')
})

test('a failed run can be retried, a good one can not', async () => {
  const bad = await aRun(5, { status: 'failed', outcome: 'bad' })
  await as(admin).jobs.retry({ runId: bad.runId })
  const [fact] = await db.outboxEvent.findMany()
  expect(fact?.data).toEqual({ functionId: 'send-alerts', requestedById: admin.id, retryOfId: bad.runId })
  const good = await aRun(4)
  await expect(as(admin).jobs.retry({ runId: good.runId })).rejects.toThrow('went well')
})

test('a pause is ours: it is read by the job, shown with who set it, and ends with a resume', async () => {
  await as(admin).jobs.pause({ functionId: 'send-alerts' })
  expect(await isPaused(db, 'send-alerts')).toBe(true)
  const paused = async () => (await as(admin).jobs.overview()).schedules.find(({ id }) => id === 'send-alerts')?.paused
  expect(await paused()).toEqual({ at: now, by: 'Dana Rivers' })
  await as(admin).jobs.resume({ functionId: 'send-alerts' })
  expect([await isPaused(db, 'send-alerts'), await paused()]).toEqual([false, null])
})

test('incidents are listed open first, with where they were told', async () => {
  await db.incident.create({ data: { causeKey: 'a', title: 'Old', detail: '', resolvedAt: now } })
  const notices = { create: { channel: 'slack', moment: 'opened', state: 'failed' as const, lastError: 'no answer' } }
  await db.incident.create({ data: { causeKey: 'b', title: 'New', detail: '', notices } })
  const { open, over } = await as(admin).jobs.incidents()
  expect(open).toMatchObject([{ title: 'New', notices: [{ channel: 'slack', lastError: 'no answer' }] }])
  expect(over).toMatchObject([{ title: 'Old' }])
  expect((await as(admin).jobs.pulse()).openIncidents).toBe(1)
})

test('operations are for owners and admins', async () => {
  await expect(as(agent).jobs.overview()).rejects.toThrow('Your role does not include this')
  await expect(as(null).jobs.pause({ functionId: 'send-alerts' })).rejects.toThrow('Please sign in')
  expect(await isPaused(db, 'send-alerts')).toBe(false)
})
