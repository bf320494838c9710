import { cron, Inngest, type InngestFunction } from 'inngest'
import { serve } from 'inngest/edge'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { jobHistoryTerminal } from '../functions/job-history-terminal.ts'
import { jobHistory } from './job-history.ts'

let db: RootDb
let close: () => Promise<void>
beforeAll(async () => ({ db, close } = await ownDatabase()))
afterAll(() => close())

const now = () => new Date()
const TICK = { name: 'inngest/scheduled.timer', ts: Date.parse('2026-11-21T15:15:00.200Z'), data: {} }
const good: JobResult = { words: '312 homes changed, 87 people mailed', outcome: 'good', counts: { mailed: 87 } }

type Event = { name: string; ts?: number; data: Record<string, unknown> }
type Op = { id: string; op: string; data: unknown }

/** Plays the executor's side of the protocol, one request a call, until the function has ended. */
function play(client: Inngest.Any, fn: InngestFunction.Any) {
  const handler = serve({ client, functions: [fn] })
  const steps: Record<string, { data: unknown }> = {}
  const runId = crypto.randomUUID()
  return {
    runId,
    async request(event: Event, attempt = 0) {
      const response = await handler(
        new Request(`http://worker.test/api/inngest?fnId=${fn.id('test')}&stepId=step`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', host: 'worker.test' },
          body: JSON.stringify({
            event,
            events: [event],
            steps,
            version: 2,
            use_api: false,
            ctx: { run_id: runId, attempt, max_attempts: 4, stack: { stack: Object.keys(steps), current: 0 } },
          }),
        }),
      )
      const answer: unknown = await response.json()
      if (response.status !== 206) return response.status
      for (const { id, op, data } of answer as Op[]) if (op === 'StepRun') steps[id] = { data }
      return response.status
    },
  }
}

const aClient = (database = db, clock = now) =>
  new Inngest({ id: 'test', isDev: true, logger: log, middleware: [jobHistory({ db: database, now: clock })] })
const runOf = (runId: string, database = db) =>
  database.jobRun.findUniqueOrThrow({ where: { runId }, include: { steps: { orderBy: { startedAt: 'asc' } } } })
const incidentOf = (functionId: string) =>
  db.incident.findFirst({ where: { causeKey: `job-failed:${functionId}` }, orderBy: { openedAt: 'desc' } })

test('the history goes by the clock of the jobs, not by that of the machine', async () => {
  const noon = new Date('2031-03-01T12:00:00Z')
  const inngest = aClient(db, () => noon)
  const fn = inngest.createFunction({ id: 'by-the-clock', triggers: [cron('*/15 * * * *')] }, ({ step }) =>
    step.run('look', () => good),
  )
  const run = play(inngest, fn)
  await run.request(TICK)
  await run.request(TICK)
  const times = { startedAt: noon, endedAt: noon }
  expect(await runOf(run.runId)).toMatchObject({ ...times, seenAt: noon, steps: [times] })
})

test('a tick is kept with its steps, its words, its figures and the time it was due', async () => {
  const inngest = aClient()
  const fn = inngest.createFunction({ id: 'send-alerts', triggers: [cron('*/15 * * * *')] }, async ({ step }) => {
    await step.run('match', () => 1)
    await step.run('plan', () => 2)
    return good
  })
  const run = play(inngest, fn)
  expect([await run.request(TICK), await run.request(TICK), await run.request(TICK)]).toEqual([206, 206, 200])

  const kept = await runOf(run.runId)
  expect(kept).toMatchObject({
    functionId: 'send-alerts',
    trigger: 'cron',
    scheduledAt: new Date('2026-11-21T15:15:00Z'),
    status: 'completed',
    outcome: 'good',
    words: good.words,
    output: { counts: { mailed: 87 } },
  })
  expect(kept.steps.map(({ name, status, attempt }) => [name, status, attempt])).toEqual([
    ['match', 'completed', 0],
    ['plan', 'completed', 0],
  ])
})

test('the first error of a run opens one incident, and the run that ends well closes it', async () => {
  const inngest = aClient()
  let calls = 0
  const fn = inngest.createFunction({ id: 'sync-legacy', triggers: [cron('* * * * *')] }, async ({ step }) => {
    await step.run('read', () => {
      calls += 1
      if (calls < 3) throw new Error('550 no such mailbox: mary.jones@example.com')
    })
    return good
  })
  const run = play(inngest, fn)
  await run.request(TICK, 0)
  expect(await incidentOf('sync-legacy')).toMatchObject({
    title: 'Legacy sync failed',
    detail: 'Attempt 1 of 4: 550 no such mailbox: [address]',
    href: `/operations/runs/${run.runId}`,
    count: 1,
    resolvedAt: null,
  })
  await run.request(TICK, 1)
  expect(await incidentOf('sync-legacy')).toMatchObject({ count: 1, resolvedAt: null })

  await run.request(TICK, 2)
  await run.request(TICK, 0)
  expect((await incidentOf('sync-legacy'))?.resolvedAt).toBeInstanceOf(Date)
  const kept = await runOf(run.runId)
  expect(kept).toMatchObject({ status: 'completed', errorName: null })
  expect(kept.steps.map(({ status, attempt }) => [status, attempt])).toEqual([
    ['retrying', 0],
    ['retrying', 1],
    ['completed', 2],
  ])
  expect(JSON.stringify(kept)).not.toContain('mary.jones')
})

test('a run that used up its attempts is failed, and says why without a stack', async () => {
  const inngest = aClient()
  const fn = inngest.createFunction({ id: 'deliver-mails', triggers: [cron('* * * * *')] }, () => {
    throw new Error('The outbox is gone')
  })
  const run = play(inngest, fn)
  await run.request(TICK, 3)
  const kept = await runOf(run.runId)
  expect(kept).toMatchObject({ status: 'failed', outcome: 'bad', words: 'Failed: The outbox is gone' })
  expect(JSON.stringify(kept)).not.toContain('job-history.test.ts')
})

test('a run that ended and does not add up is bad, and opens an incident', async () => {
  const inngest = aClient()
  const bad: JobResult = { words: '1 mail is unaccounted for', outcome: 'bad', counts: { planned: 3 } }
  const fn = inngest.createFunction({ id: 'close-alert-books', triggers: [cron('* * * * *')] }, () => bad)
  await play(inngest, fn).request(TICK)
  expect(await incidentOf('close-alert-books')).toMatchObject({
    title: 'Alert books: something does not add up',
    detail: '1 mail is unaccounted for',
    resolvedAt: null,
  })
})

test('a paused tick is skipped: it neither opens nor closes an incident', async () => {
  const inngest = aClient()
  await db.incident.create({ data: { causeKey: 'job-failed:relay-outbox', title: 'Outbox relay failed', detail: '' } })
  const fn = inngest.createFunction({ id: 'relay-outbox', triggers: [cron('* * * * *')] }, () => ({
    ...good,
    skipped: 'paused',
  }))
  const run = play(inngest, fn)
  await run.request(TICK)
  expect(await runOf(run.runId)).toMatchObject({ status: 'skipped' })
  expect(await incidentOf('relay-outbox')).toMatchObject({ resolvedAt: null })
})

test('a run that had nothing to try leaves the incident open, so that it does not flap', async () => {
  const inngest = aClient()
  await db.incident.create({ data: { causeKey: 'job-failed:idle', title: 'Mail delivery failed', detail: '' } })
  let result: JobResult = { ...good, inconclusive: true }
  const fn = inngest.createFunction({ id: 'idle', triggers: [cron('* * * * *')] }, () => result)
  await play(inngest, fn).request(TICK)
  expect(await incidentOf('idle')).toMatchObject({ resolvedAt: null })
  result = good
  await play(inngest, fn).request(TICK)
  expect(await incidentOf('idle')).toMatchObject({ resolvedAt: expect.any(Date) })
})

test('a run that somebody asked for keeps who asked, and what it retries', async () => {
  const inngest = aClient()
  const fn = inngest.createFunction({ id: 'asked', triggers: [{ event: 'jobs/run.requested' }] }, () => good)
  const run = play(inngest, fn)
  const requestedById = crypto.randomUUID()
  await run.request({ name: 'jobs/run.requested', data: { functionId: 'asked', requestedById, retryOfId: 'older' } })
  expect(await runOf(run.runId)).toMatchObject({
    trigger: 'jobs/run.requested',
    scheduledAt: null,
    requestedById,
    retryOfId: 'older',
  })
})

test('a job does its work when the history can not be written', async () => {
  const broken = await ownDatabase()
  await broken.db.$executeRaw`DROP TABLE job_run CASCADE`
  const inngest = aClient(broken.db)
  const fn = inngest.createFunction({ id: 'send-alerts', triggers: [cron('* * * * *')] }, ({ step }) =>
    step.run('work', () => 'done'),
  )
  const run = play(inngest, fn)
  expect([await run.request(TICK), await run.request(TICK)]).toEqual([206, 200])
  await broken.close()
})

test('a run that was cancelled, or never reached its worker, is closed by what the executor tells', async () => {
  const inngest = aClient()
  const fn = jobHistoryTerminal({ inngest, deps: { db, now } })
  const unseen = { run_id: 'unseen', function_id: 'palmetto-watch-jobs', event: TICK }
  const failed = {
    name: 'inngest/function.failed',
    data: { ...unseen, error: { name: 'Error', message: 'no answer' } },
  }
  const first = play(inngest, fn)
  await first.request(failed)
  await first.request(failed)
  expect(await runOf('unseen')).toMatchObject({ functionId: 'watch-jobs', status: 'failed', errorMessage: 'no answer' })
  expect(await incidentOf('watch-jobs')).toMatchObject({ title: 'Job watch failed' })

  await db.jobRun.create({ data: { runId: 'cut-short', functionId: 'send-alerts', trigger: 'cron' } })
  const cancelled = { name: 'inngest/function.cancelled', data: { ...unseen, run_id: 'cut-short' } }
  const second = play(inngest, fn)
  await second.request(cancelled)
  expect(await runOf('cut-short')).toMatchObject({ status: 'cancelled', words: 'Cancelled before it ended.' })
})
