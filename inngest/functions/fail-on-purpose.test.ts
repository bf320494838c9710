import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { connectAlarmMail } from '#server/adapters/alarm-mail/alarm-mail.ts'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { connectSlack } from '#server/adapters/slack/slack.ts'
import type { RootDb } from '#server/db.ts'
import { sendNotices } from '#server/domain/jobs/alarms.service.ts'
import type { AlarmChannels } from '#server/domain/jobs/alarms.types.ts'
import { drillMinuteOf, wallClock } from '#server/domain/jobs/drill/drill.ts'
import { watchJobs } from '#server/domain/jobs/watch.service.ts'
import { env } from '#server/env.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { log } from '#server/log.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { startSmtpServer } from '#server/testing/smtp.ts'
import { startAlarmReceiver } from '#world/alarm-receiver.ts'
import { freePort } from '#world/ports.ts'
import { createInngest } from '../client.ts'
import { startTestEngine, type TestEngine } from '../engine/testing.ts'
import { failOnPurpose } from './fail-on-purpose.ts'
import { jobHistoryTerminal } from './job-history-terminal.ts'

let db: RootDb
let engine: TestEngine
let admin: Person
let slack: Awaited<ReturnType<typeof startAlarmReceiver>>
let channels: AlarmChannels
let mailbox: Awaited<ReturnType<typeof startSmtpServer>>
const closers: (() => unknown)[] = []

const MINUTE = 60_000

/** The next drill after the real clock, which the database stamps some columns by. */
function nextDrillAt() {
  for (let at = Math.ceil(Date.now() / MINUTE + 30) * MINUTE; ; at += MINUTE) {
    const { day, minute } = wallClock(new Date(at))
    if (minute === drillMinuteOf(day, env.NEXTAUTH_SECRET)) return at
  }
}

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  slack = await startAlarmReceiver({ port: await freePort() })
  mailbox = await startSmtpServer()
  admin = await aPerson((await anOffice({}, db)).id, { role: 'admin' }, db)
  channels = {
    slack: connectSlack({ url: `${slack.url}/services/drill`, breakMs: 1 }),
    mail: connectAlarmMail({ url: mailbox.url, from: 'ops@palmetto.test', to: 'oncall@palmetto.test' }),
  }
  const legacy = connectLegacy({ url: 'mongodb://127.0.0.1:1', database: 'none' })
  const mailer = { send: async () => ({ outcome: 'accepted' as const, reply: 'ok' }), close: () => {} }
  engine = await startTestEngine({
    databaseUrl: own.url,
    startAt: new Date(nextDrillAt() - 12 * MINUTE),
    app: ({ baseUrl, eventKey, signingKey, now }) => {
      const client = createInngest({
        ...{ db, now, INNGEST_BASE_URL: baseUrl, INNGEST_EVENT_KEY: eventKey, INNGEST_SIGNING_KEY: signingKey },
      })
      const kit = { inngest: client, deps: { db, now, log, mailer, legacy } }
      return { client, functions: [failOnPurpose(kit, ['slack', 'mail']), jobHistoryTerminal(kit)] }
    },
  })
  closers.push(engine.stop, slack.stop, mailbox.stop, own.close)
})
afterAll(async () => {
  for (const close of closers) await close()
})
afterEach(async () => {
  await Promise.all([db.fireDrill.deleteMany(), db.jobRun.deleteMany(), db.incident.deleteMany()])
})

const operations = () => callAs(admin, { db, now: engine.now }).jobs
const runs = () => db.jobRun.findMany({ where: { functionId: 'canary-failure' }, orderBy: { startedAt: 'asc' } })
const subjects = () => mailbox.received.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim())

/** Minute by minute, so that the clock stands at the drill and not behind it. */
async function untilTheDrill() {
  while ((await db.fireDrill.count()) === 0) await engine.advance('1m')
}

/** What worker and web both do, again and again. */
async function watch() {
  await sendNotices({ db, channels, log, now: engine.now })
  const { health } = await watchJobs(db, engine.now(), { expectsWorker: false, channels: ['slack', 'mail'] })
  await sendNotices({ db, channels, log, now: engine.now })
  return health.reasons.map(({ title }) => title)
}

test('before its hour nothing fails; at its hour it does, every channel takes the alarm, and nothing looks broken', async () => {
  await engine.advance('10m')
  expect((await runs()).map(({ outcome, words }) => [outcome, words])).toEqual([
    ['good', "Today's drill is still to come."],
  ])
  await untilTheDrill()
  expect((await runs())[1]).toMatchObject({
    ...{ status: 'completed', outcome: 'good', words: 'Failed on purpose: the drill of the day.', errorName: null },
  })
  expect(await watch()).toEqual([])
  expect(slack.messages().map(({ body }) => body)).toMatchObject([
    { text: 'Daily drill, nothing to do: alarms work', blocks: [{ type: 'context' }] },
  ])
  expect(subjects()).toEqual(['Daily drill, nothing to do: alarms work'])
  await watch()
  expect((await operations().overview()).drills).toMatchObject({
    words: expect.stringMatching(/^Today's fire drill: alarm arrived after .+ \(Slack\), .+ \(alarm mailbox\)\.$/),
    days: [{ drill: { outcome: 'arrived' } }],
  })
  expect(await operations().incidents()).toEqual({ open: [], over: [] })
  expect(await db.incidentNotice.findFirst({ where: { channel: 'slack' } })).toMatchObject({ reply: '200 ok' })
})

test('a day has one drill, however often its job runs or is asked for', async () => {
  await engine.advance('10m')
  await engine.send({ name: 'jobs/run.requested', data: { functionId: 'canary-failure' } })
  await engine.advance('10m')
  expect((await runs()).map(({ words }) => words).toSorted()).toEqual([
    'Failed on purpose: the drill of the day.',
    ...["Today's drill is over.", "Today's drill is over."],
  ])
  expect(await db.incidentNotice.count()).toBe(2)
})

test('a channel that is silent is a real alarm by the other one, and is over when the drill arrives after all', async () => {
  slack.fail(1_000)
  mailbox.received.length = 0
  await untilTheDrill()
  for (let minute = 0; minute < 7; minute += 1) {
    await watch()
    await engine.advance('1m')
  }
  expect(subjects().toSorted()).toEqual([
    'Daily drill, nothing to do: alarms work',
    "Needs attention: Alarms don't reach Slack",
    "Needs attention: The fire drill's alarm did not arrive",
  ])
  expect((await operations().overview()).drills.words).toMatch(
    /^Today's fire drill: the alarm did not arrive by Slack \(Slack answered 500\)\. The alarm arrived after .+ \(alarm mailbox\)\.$/,
  )
  expect(await watch()).toEqual(["The fire drill's alarm did not arrive"])

  slack.fail(0)
  await engine.advance('6m')
  await watch()
  expect(await watch()).toEqual([])
  expect((await operations().overview()).drills.words).toMatch(/, which is late\.$/)
  expect((await operations().incidents()).open).toEqual([])
})
