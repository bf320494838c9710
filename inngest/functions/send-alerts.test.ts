import { afterAll, beforeAll, expect, test } from 'vitest'
import { measureRunDelay } from '#server/domain/alerts/run/delay.sql.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import type { Kit } from '../scheduled.ts'
import { startTestApp } from '../testing.ts'
import { closeAlertBooks } from './close-alert-books.ts'
import { deliverWaitingMails } from './deliver-mails.ts'
import { relayOutboxFacts } from './relay-outbox.ts'
import { sendAlerts } from './send-alerts.ts'
import { watchJobs } from './watch-jobs.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let agent: Person

beforeAll(async () => {
  const quarter = 15 * 60_000
  // Ahead of the real clock: what the database stamps by itself must not lie in this test's future.
  const aMinuteBeforeTheTick = new Date(Math.ceil((Date.now() + 120_000) / quarter) * quarter - 60_000)
  // What an alert passes through, and nothing beside it: each minute of the clock runs every schedule that is there.
  const functions = (kit: Kit) =>
    [sendAlerts, deliverWaitingMails, closeAlertBooks, relayOutboxFacts, (of: Kit) => watchJobs(of)].map((of) =>
      of(kit),
    )
  app = await startTestApp({ startAt: aMinuteBeforeTheTick, functions })
  agent = await anAgent((await anOffice({}, app.db)).id, {}, app.db)
  await app.engine.advance('2m') // the first tick takes what is there as its baseline
})
afterAll(() => app.stop())

/** Somebody looks for homes in a zip code, and one is listed there. */
async function somebodyWaitsFor(postalCode: string) {
  const { db } = app
  const contact = await aContact(agent, {}, db)
  await aSearch(agent, contact, { postalCodes: [postalCode] }, db)
  await aListingEvent(await aPlacedListing({ postalCode }, db), {}, db)
  return contact.email ?? ''
}

const runNow = () =>
  app.engine.send({ name: 'jobs/run.requested', data: { functionId: 'send-alerts', requestedById: agent.id } })
const arrivedAt = (to: string) => app.smtp.received.filter((mail) => mail.to === to)
const lastRun = (functionId: string) =>
  app.db.jobRun.findFirstOrThrow({
    where: { functionId, words: { not: 'Nothing was waiting.' } },
    orderBy: { startedAt: 'desc' },
  })
const openIncidents = () =>
  app.db.incident.findMany({ where: { resolvedAt: null, causeKey: { startsWith: 'job-failed' } } })

test('a home that is listed reaches the person at the next quarter of an hour, once, and the books close', async () => {
  const address = await somebodyWaitsFor('29451')

  await app.engine.advance('13m')
  expect(arrivedAt(address)).toHaveLength(0)
  await app.engine.advance('3m')
  expect(arrivedAt(address)).toHaveLength(1)

  const books = await app.db.alertRun.findFirstOrThrow({ where: { planned: 1 } })
  expect(books).toMatchObject({ state: 'closed', planned: 1, sent: 1, failed: 0, suppressed: 0, deferred: 0 })
  expect(await measureRunDelay(app.db, books.id)).toMatchObject({ mails: 1, p95Ms: expect.any(Number) })
})

test('a mail server in trouble turns the run red and opens one incident; recovery delivers and resolves it', async () => {
  const address = await somebodyWaitsFor('29455')
  app.smtp.expect('busy')

  await runNow()
  await app.engine.advance('1m')
  expect(await lastRun('deliver-mails')).toMatchObject({
    outcome: 'bad',
    words: expect.stringContaining('1 to try again'),
  })
  expect(await openIncidents()).toMatchObject([{ causeKey: 'job-failed:deliver-mails' }])

  await app.engine.advance('3m')
  expect(arrivedAt(address)).toHaveLength(1)
  expect(await lastRun('deliver-mails')).toMatchObject({ outcome: 'good', words: '1 sent.' })
  expect(await openIncidents()).toEqual([])
})

test('a paused schedule does nothing and says so, and catches up when it goes on', async () => {
  const address = await somebodyWaitsFor('29458')
  await app.db.jobSchedule.upsert({
    where: { functionId: 'send-alerts' },
    create: { functionId: 'send-alerts', pausedAt: new Date() },
    update: { pausedAt: new Date() },
  })
  await app.engine.advance('15m')
  expect(arrivedAt(address)).toHaveLength(0)
  expect(await lastRun('send-alerts')).toMatchObject({ status: 'skipped' })

  await app.db.jobSchedule.update({ where: { functionId: 'send-alerts' }, data: { pausedAt: null } })
  await runNow()
  await app.engine.advance('2m')
  expect(arrivedAt(address)).toHaveLength(1)
})

test('"Run now" runs at once, and a second one finds nothing left', async () => {
  const address = await somebodyWaitsFor('29464')
  await runNow()
  await app.engine.advance('2m')
  await runNow()
  await app.engine.advance('2m')
  expect(arrivedAt(address)).toHaveLength(1)
})
