import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { matchInSql } from '../matching/match-in-sql.ts'
import { planAlerts } from '../run/plan-alerts.ts'

let db: RootDb
let agent: Person
let zip = 26_100
/** Each test has days of its own; runs of others would tell what is due in between. */
let day = Date.parse('2027-01-01T00:00:00Z')

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  await run(new Date('2026-12-31T00:00:00Z')) // the first run ever takes what is there as its baseline
  return own.close
})

const run = (slot: Date) =>
  planAlerts({ db, match: matchInSql, now: () => slot }, { jobRunId: crypto.randomUUID(), slot })
const visitorAt = (now: Date) => callAs(null, { db, now: () => now }).portal

/** A time on the coast's winter clocks, days after the first of the test's own. */
function aDay() {
  day += 60 * 86_400_000
  const start = day
  return (hours: number, daysLater = 0) => new Date(start + daysLater * 86_400_000 + (hours + 5) * 3_600_000)
}

/** Somebody who looks in a zip code of their own, and the link in their mails. */
async function aSeeker() {
  zip += 1
  const postalCode = String(zip)
  const contact = await aContact(agent, {}, db)
  const email = contact.email ?? ''
  await ensureAddresses(db, [email])
  const { token } = await db.mailAddress.findUniqueOrThrow({ where: { email } })
  const { id: searchId } = await aSearch(agent, contact, { postalCodes: [postalCode] }, db)
  const news = async () => aListingEvent(await aPlacedListing({ postalCode }, db), {}, db)
  const mails = () => db.alertMail.count({ where: { recipient: email } })
  const facts = async () =>
    (await db.timelineEntry.findMany({ where: { contactId: contact.id }, orderBy: { occurredAt: 'asc' } })).flatMap(
      ({ kind, summary }) => (kind === 'search.saved' ? [] : summary),
    )
  return { token, searchId, news, mails, facts }
}

test('the run keeps quiet when a client asked for it, where the client lives, and the agent reads so', async () => {
  const at = aDay()
  const { token, news, mails, facts } = await aSeeker()
  const quiet = { from: 21 * 60, to: 7 * 60 }
  await visitorAt(at(12)).setHours({ token, timeZone: 'Pacific/Honolulu', quiet })
  await news()
  await run(at(3)) // ten in the evening in Hawaii
  expect(await mails()).toBe(0)
  await run(at(11.75))
  expect(await mails()).toBe(0)
  await run(at(12)) // seven in the morning
  expect(await mails()).toBe(1)
  expect(await facts()).toEqual(['Asked for: No mail between 9 pm and 7 am, Honolulu time'])
  const { hours } = await callAs(null, { db }).alerts.preferences({ token })
  expect(hours).toEqual({ timeZone: 'Pacific/Honolulu', quiet })
})

test('what waited for the morning goes out at once when the night is taken back; a due digest waits for no other day', async () => {
  const at = aDay()
  const { token, searchId, news, mails, facts } = await aSeeker()
  await visitorAt(at(20)).setHours({ token, timeZone: null, quiet: { from: 21 * 60, to: 7 * 60 } })
  await news()
  await run(at(22))
  expect(await mails()).toBe(0)
  await visitorAt(at(22.1)).setHours({ token, timeZone: null, quiet: null })
  await run(at(22.25))
  expect(await mails()).toBe(1)
  // The same said again tells nobody anything.
  await visitorAt(at(22.3)).setHours({ token, timeZone: null, quiet: null })
  expect(await facts()).toHaveLength(2)

  await visitorAt(at(23)).setCadence({ token, searchId, cadence: 'Weekly' })
  await news()
  await run(at(23.25))
  const { dueAt } = await db.alertHold.findFirstOrThrow({ where: { searchId, state: 'waiting' } })
  const friday = Number(dueAt)
  await visitorAt(new Date(friday + 60_000)).setHours({ token, timeZone: 'America/Chicago', quiet: null })
  await run(new Date(friday + 900_000))
  expect(await mails()).toBe(2)
})

test('a client chooses how often a search writes, the agent reads so, and what it kept comes when it is at once again', async () => {
  const at = aDay()
  const { token, searchId, news, mails, facts } = await aSeeker()
  await visitorAt(at(12)).setCadence({ token, searchId, cadence: 'Monthly' })
  await visitorAt(at(12.1)).setCadence({ token, searchId, cadence: 'Monthly' })
  await news()
  await run(at(13))
  expect(await mails()).toBe(0)
  await visitorAt(at(14)).setCadence({ token, searchId, cadence: 'Instant' })
  await run(at(14.25))
  expect(await mails()).toBe(1)
  expect(await facts()).toEqual([
    'Wants “A search” once a month (was at once)',
    'Wants “A search” at once (was once a month)',
  ])
})

test('hours that make no sense are refused, and a search of somebody else does not exist', async () => {
  const { token } = await aSeeker()
  const { searchId: theirs } = await aSeeker()
  const visitor = visitorAt(new Date())
  const bad = { code: 'BAD_REQUEST' }
  const noon = { from: 720, to: 720 }
  await expect(visitor.setHours({ token, timeZone: 'Mars/Olympus', quiet: null })).rejects.toMatchObject(bad)
  await expect(visitor.setHours({ token, timeZone: null, quiet: noon })).rejects.toMatchObject(bad)
  await expect(visitor.setCadence({ token, searchId: theirs, cadence: 'Daily' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
