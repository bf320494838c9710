import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import type { RootDb } from '#server/db.ts'
import { RULES } from '#server/domain/quality/rules/rules.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { createInngest } from '../client.ts'
import { startTestEngine, type TestEngine } from '../engine/testing.ts'
import { checkQuality } from './check-quality.ts'

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
    startAt: new Date(Date.now() + 3_600_000),
    app: ({ baseUrl, eventKey, signingKey, now }) => {
      const keys = { INNGEST_BASE_URL: baseUrl, INNGEST_EVENT_KEY: eventKey, INNGEST_SIGNING_KEY: signingKey }
      const client = createInngest({ db, now, ...keys })
      return { client, functions: [checkQuality({ inngest: client, deps: { db, now, log, mailer, legacy } })] }
    },
  })
})
afterAll(async () => {
  await engine.stop()
  await close()
})

test('each hour every rule looks once, what it finds opens, what is mended closes, and the run says so', async () => {
  const ready = { phone: '(843) 555-0100', passwordHash: 'x' }
  const agent = await anAgent((await anOffice({}, db)).id, ready, db)
  const [shouted, mended] = [await aContact(agent, { fullName: 'MARY JONES' }, db), await aContact(agent, {}, db)]
  const ruleKey = 'contacts.name-capitals'
  const seen = { firstSeenAt: new Date(), lastSeenAt: new Date(), sample: '' }
  await db.qualityIssue.create({ data: { ruleKey, stream: 'contacts', recordId: mended.id, ...seen } })
  await engine.advance('1h')
  expect(await db.qualityCheck.count()).toBe(RULES.length)
  const issues = await db.qualityIssue.findMany({ orderBy: { id: 'asc' } })
  expect(issues).toMatchObject([
    { ruleKey, recordId: mended.id, closedBecause: 'mended' },
    { ruleKey, recordId: shouted.id, closedAt: null },
  ])
  expect(await db.qualityScore.count()).toBe(6)
  const runs = await db.jobRun.findMany({ where: { functionId: 'check-quality' } })
  expect(runs.map(({ status, words }) => [status, words])).toEqual([
    ['completed', `${RULES.length} rules looked at 3 records: 1 new issue, 1 issue closed; 1 issue open.`],
  ])
})
