import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import type { RootDb } from '#server/db.ts'
import { DAY_MS } from '#server/domain/alerts/standing/patience.ts'
import { aReader } from '#server/domain/alerts/standing/testing.reader.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { createInngest } from '../client.ts'
import { startTestEngine, type TestEngine } from '../engine/testing.ts'
import { tendSearchesEachDay } from './tend-searches.ts'

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
      return { client, functions: [tendSearchesEachDay({ inngest: client, deps: { db, now, log, mailer, legacy } })] }
    },
  })
})
afterAll(async () => {
  await engine.stop()
  await close()
})

test('morning after morning: a warning, a question, a step; each morning once, and the run says what it did', async () => {
  const agent = await anAgent((await anOffice({}, db)).id, {}, db)
  const reader = await aReader({ db, agent, startedAt: START, mails: 11 })
  const stageNow = async () => (await reader.standing())?.stage ?? null

  engine.sleep('60d')
  await engine.advance('1d')
  expect(await stageNow()).toBe('InitialIgnoredWarning')
  engine.sleep('13d')
  await engine.advance('1d')
  expect(await stageNow()).toBe('FinalIgnoredWarning')
  expect(await db.outboxMail.count({ where: { kind: 'still-wanted', recipient: reader.recipient } })).toBe(1)
  engine.sleep('13d')
  await engine.advance('1d')
  expect(await stageNow()).toBe('Ignored')
  expect(await reader.search()).toMatchObject({ cadence: 'Daily', activeYN: true })

  const told = await db.outboxMail.findMany({ where: { kind: 'agent-digest', recipient: agent.email } })
  expect(new Set(told.map(({ dedupeKey }) => dedupeKey)).size).toBe(told.length)
  const runs = await db.jobRun.findMany({ where: { functionId: 'tend-searches' }, orderBy: { startedAt: 'asc' } })
  expect(runs.every(({ status, outcome }) => status === 'completed' && outcome === 'good')).toBe(true)
  expect(runs.map(({ words }) => words)).toContain('1 search was looked at: 1 writes less often.')
})
