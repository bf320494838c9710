import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import type { RootDb } from '#server/db.ts'
import { raiseIncident } from '#server/domain/jobs/incidents.service.ts'
import { runRequested } from '#server/domain/jobs/jobs.events.ts'
import { log } from '#server/log.ts'
import { announce, relayOutbox } from '#server/outbox.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { createInngest } from '../client.ts'
import { startTestEngine, type TestEngine } from '../engine/testing.ts'
import { relayOutboxFacts } from './relay-outbox.ts'
import { watchJobs } from './watch-jobs.ts'

let db: RootDb
let url: string
let close: () => Promise<void>
let engine: TestEngine
const told: string[] = []

beforeAll(async () => {
  ;({ db, url, close } = await ownDatabase())
  const mailer = { send: async () => ({ outcome: 'accepted' as const, reply: 'ok' }), close: () => {} }
  const legacy = connectLegacy({ url: 'mongodb://127.0.0.1:1', database: 'none' })
  const slack = { send: async ({ title }: { title: string }) => `taken as ${told.push(title)}` }
  engine = await startTestEngine({
    databaseUrl: url,
    startAt: new Date(Date.now() + 60_000),
    app: ({ baseUrl, eventKey, signingKey, now }) => {
      const client = createInngest({
        db,
        now,
        INNGEST_BASE_URL: baseUrl,
        INNGEST_EVENT_KEY: eventKey,
        INNGEST_SIGNING_KEY: signingKey,
      })
      const kit = { inngest: client, deps: { db, now, log, mailer, legacy } }
      return { client, functions: [relayOutboxFacts(kit), watchJobs(kit, { slack })] }
    },
  })
})
afterAll(async () => {
  await engine.stop()
  await close()
})
afterEach(async () => {
  await Promise.all([db.jobRun.deleteMany(), db.outboxEvent.deleteMany(), db.incident.deleteMany()])
  await db.jobSchedule.deleteMany()
})

const runsOf = (functionId: string) => db.jobRun.findMany({ where: { functionId }, orderBy: { startedAt: 'asc' } })

test('what the live relay has missed leaves with the next tick, and the run says so', async () => {
  await announce(db, { name: 'test/missed', data: {} })
  await engine.advance('1m')
  expect(await db.outboxEvent.findFirst()).toMatchObject({ state: 'sent' })
  expect(await runsOf('relay-outbox')).toMatchObject([
    { trigger: 'cron', status: 'completed', outcome: 'good', words: '1 fact was left over and has been sent.' },
  ])
})

test('a run that somebody asked for runs on this executor as well, and keeps who asked', async () => {
  const requestedById = crypto.randomUUID()
  await announce(db, runRequested({ functionId: 'watch-jobs', requestedById }))
  await relayOutbox({ db, send: (facts) => Promise.all(facts.map((fact) => engine.send(fact))) })
  await engine.drain()
  expect(await runsOf('watch-jobs')).toMatchObject([
    { trigger: 'jobs/run.requested', requestedById, status: 'completed' },
  ])
})

test('a paused job ticks and does nothing', async () => {
  await db.jobSchedule.create({ data: { functionId: 'relay-outbox', pausedAt: new Date() } })
  await announce(db, { name: 'test/waits', data: {} })
  await engine.advance('1m')
  expect(await runsOf('relay-outbox')).toMatchObject([{ status: 'skipped' }])
  expect(await db.outboxEvent.findFirst()).toMatchObject({ state: 'queued' })
})

test('the watch sends the alarms that wait', async () => {
  await raiseIncident(db, { causeKey: 'test', title: 'It broke', detail: '' }, ['slack'])
  await engine.advance('1m')
  expect(told).toContain('It broke')
  expect(await runsOf('watch-jobs')).toMatchObject([{ status: 'completed', outcome: 'good' }])
})
