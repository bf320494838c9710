import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import type { RootDb } from '#server/db.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { createInngest } from '../client.ts'
import { startTestEngine, type TestEngine } from '../engine/testing.ts'
import { compareAlerts } from './compare-alerts.ts'

const DAY_MS = 86_400_000
const START = new Date(Date.now() + DAY_MS)

let db: RootDb
let close: () => Promise<void>
let engine: TestEngine
beforeAll(async () => {
  const own = await ownDatabase()
  ;({ db, close } = own)
  const mailer = { send: async () => ({ outcome: 'accepted' as const, reply: 'ok' }), close: () => {} }
  const legacy = connectLegacy({ url: 'mongodb://127.0.0.1:1', database: 'none' })
  engine = await startTestEngine({
    databaseUrl: own.url,
    startAt: START,
    app: ({ baseUrl, eventKey, signingKey, now }) => {
      const keys = { INNGEST_BASE_URL: baseUrl, INNGEST_EVENT_KEY: eventKey, INNGEST_SIGNING_KEY: signingKey }
      const client = createInngest({ db, now, ...keys })
      return { client, functions: [compareAlerts({ inngest: client, deps: { db, now, log, mailer, legacy } })] }
    },
  })
})
afterAll(async () => {
  await engine.stop()
  await close()
})

test('each morning the days that are not done are compared, and the run says what differs', async () => {
  const agent = await anAgent((await anOffice({}, db)).id, {}, db)
  const contact = await aContact(agent, {}, db)
  const known = { stream: 'contacts' as const, sourceId: 's:ana', targetId: contact.id, hash: Buffer.from('x') }
  await db.legacyRecord.create({ data: known })
  const counts = { horizonAgeMs: 0, events: 0, changed: 0, searches: 0, matches: 0, people: 0, planned: 0, matchMs: 0 }
  const long = new Date(START.getTime() - 3 * DAY_MS)
  await db.alertRun.create({
    data: { jobRunId: 'first', slot: long, startedAt: long, feedFrom: 0, feedTo: 0, ...counts },
  })
  const line = { listingSourceIds: ['s:gone'], pricesCents: [0n], kinds: ['new'] }
  await db.legacySentAlert.create({
    data: {
      id: crypto.randomUUID(),
      contactSourceId: 's:ana',
      ...line,
      sentAt: new Date(START.getTime() - DAY_MS / 12),
    },
  })
  // Of a week, all but its last days are done.
  const done = { state: 'complete' as const, pass: 1, until: long, startedAt: long, endedAt: long }
  const dayBefore = (days: number) =>
    new Date(`${new Date(START.getTime() - days * DAY_MS).toISOString().slice(0, 10)}T00:00:00Z`)
  await db.legacyShadowDay.createMany({
    data: [2, 3, 4, 5, 6, 7, 8].map((days) => ({ day: dayBefore(days), ...done })),
  })

  await engine.advance('1d')
  expect(await db.jobRun.findMany({ where: { functionId: 'compare-alerts' } })).toMatchObject([
    {
      status: 'completed',
      outcome: 'warning',
      words: expect.stringMatching(/1 homes? told to somebody: 1 differ, 1 of them unexplained/),
    },
  ])
  expect(await db.legacyShadowDifference.findMany()).toMatchObject([{ cause: 'unexplained', contactId: contact.id }])
})
