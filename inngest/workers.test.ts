import { serve } from 'inngest/node'
import { afterEach, expect, test } from 'vitest'
import { createSmtpMailer } from '#server/adapters/mail/smtp.ts'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { log } from '#server/log.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { startSmtpServer } from '#server/testing/smtp.ts'
import { createInngest } from './client.ts'
import { assemble } from './engine/engine.ts'
import { serveApp, TEST_EVENT_KEY, TEST_SIGNING_KEY } from './engine/testing.ts'
import { functionsFor } from './index.ts'

const HOUR = 3_600_000
const QUARTER = HOUR / 4
const PEOPLE = 3
/** What alerts need; the other jobs have tests of their own. */
const JOBS = ['send-alerts', 'deliver-mails']

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** `count` workers on one database, and a few people who wait for homes. `offsets` sets clocks of workers wrong. */
async function openWorkers(count: number, { startAt, offsets = [0] }: { startAt: Date; offsets?: number[] }) {
  let time = startAt.getTime()
  const now = () => new Date(time)
  const own = await ownDatabase()
  const { db } = own
  const smtp = await startSmtpServer()
  const mailer = createSmtpMailer({ url: smtp.url, from: 'Palmetto <alerts@palmetto.test>' })
  const legacy = connectLegacy({ url: 'mongodb://127.0.0.1:1', database: 'never-asked' })
  closing.push(
    own.close,
    smtp.stop,
    () => legacy.close(),
    () => mailer.close(),
  )
  const keys = { eventKey: TEST_EVENT_KEY, signingKey: TEST_SIGNING_KEY }
  const parts = await Promise.all(
    Array.from({ length: count }, (_, turn) => {
      const clock = { now: () => new Date(time + (offsets[turn % offsets.length] ?? 0)) }
      return assemble(
        { ...keys, databaseUrl: own.url, port: 0, apps: [], clock, concurrency: 4 },
        { timeOf: () => clock.now().getTime() },
      )
    }),
  )
  closing.push(
    ...parts.map(
      ({ engine }) =>
        () =>
          engine.stop(0),
    ),
  )
  const [first] = parts
  if (!first) throw new Error('There is no worker.')
  const client = createInngest({
    ...{ db, now, INNGEST_BASE_URL: first.engine.url, INNGEST_EVENT_KEY: TEST_EVENT_KEY },
    INNGEST_SIGNING_KEY: TEST_SIGNING_KEY,
  })
  const deps = { db, now, log, mailer, legacy }
  const functions = functionsFor({ inngest: client, deps }).filter((each) => JOBS.includes(each.id()))
  const app = await serveApp(serve({ client, functions }))
  closing.push(app.stop)
  await first.engine.sync(app.url)

  /** All workers fight for what is due until nothing is. */
  async function settle() {
    for (;;) {
      const wasIdle = parts.every(({ worker }) => worker.running.size === 0)
      const claimed = await Promise.all(parts.map(({ worker }) => worker.claimDue()))
      if (wasIdle && claimed.every((jobs) => jobs === 0)) break
      await Promise.all(parts.flatMap(({ worker }) => [...worker.running.values()].map(({ done }) => done)))
    }
    expect(parts.flatMap(({ worker }) => worker.takeFaults())).toEqual([])
  }

  const agent = await anAgent((await anOffice({}, db)).id, {}, db)
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => aContact(agent, {}, db)))
  for (const person of people) await aSearch(agent, person, { postalCodes: ['29464'] }, db)
  const listed: string[] = []
  return {
    db,
    /** A home that all of them want. */
    async listHome() {
      const home = await aPlacedListing({ postalCode: '29464' }, db)
      await aListingEvent(home, {}, db)
      listed.push(home.listingId)
    },
    /** The clocks of all workers leap, also backwards; then everything due is done. */
    async leap(ms: number) {
      time += ms
      await settle()
      // A mail is handed over at the next minute's tick at the latest.
      time += 60_000
      await settle()
    },
    askForRuns: (times: number) =>
      client.send(
        Array.from({ length: times }, () => ({
          name: 'jobs/run.requested',
          data: { functionId: 'send-alerts', requestedById: agent.id },
        })),
      ),
    /** Each home that reached each person, as often as it did. */
    told: () =>
      smtp.received
        .flatMap(({ to, raw }) => listed.filter((home) => raw.includes(home)).map((home) => `${to} ${home}`))
        .sort(),
    wanted: () => people.flatMap(({ email }) => listed.map((home) => `${email} ${home}`)).sort(),
  }
}

/** Ahead of the real clock: what the database stamps by itself must not lie in this test's future. */
const aTickFromNow = () => new Date(Math.ceil((Date.now() + 4 * HOUR) / QUARTER) * QUARTER + 1_000)

test.each([2, 8])(
  '%i workers, and runs asked for in the middle of each tick: nobody is told twice, nobody is left out',
  async (count) => {
    const workers = await openWorkers(count, { startAt: aTickFromNow() })
    await workers.leap(QUARTER) // takes what is there as its baseline
    for (let tick = 0; tick < 3; tick += 1) {
      await workers.listHome()
      await workers.askForRuns(3)
      await workers.leap(QUARTER)
    }
    expect(workers.told()).toEqual(workers.wanted())
  },
)

test('clocks that are an hour apart, and leap an hour ahead and back: each home is told once', async () => {
  const workers = await openWorkers(4, { startAt: aTickFromNow(), offsets: [0, HOUR, -HOUR, 0] })
  await workers.leap(QUARTER)
  for (const leap of [QUARTER, HOUR, -HOUR, QUARTER, 2 * HOUR]) {
    await workers.listHome()
    await workers.leap(leap)
  }
  expect(workers.told()).toEqual(workers.wanted())
})

test.each([
  ['spring', '2027-03-14T06:31:01Z'],
  ['autumn', '2027-11-07T05:31:01Z'],
])('when the clocks change in %s there is one mail each quarter of an hour', async (_, startAt) => {
  const workers = await openWorkers(2, { startAt: new Date(startAt) })
  await workers.leap(14 * 60_000)
  const runs = () => workers.db.alertRun.count()
  const before = await runs()
  for (let quarter = 0; quarter < 4; quarter += 1) {
    await workers.listHome()
    await workers.leap(14 * 60_000) // and a minute for the mails: a quarter of an hour in all
  }
  expect(workers.told()).toEqual(workers.wanted())
  expect((await runs()) - before).toBe(4)
})
