import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Person, Prisma } from '#server/generated/prisma/client.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { matchInSql } from '../matching/match-in-sql.ts'
import { planAlerts } from '../run/plan-alerts.ts'

let db: RootDb
let agent: Person
let zip = 28_100
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

/** A day of its own: a time of it on the coast's winter clocks, days after it. */
function aDay() {
  day += 60 * 86_400_000
  const start = day
  return (hours: number, daysLater = 0) => new Date(start + daysLater * 86_400_000 + (hours + 5) * 3_600_000)
}

type Over = Partial<Pick<Prisma.SavedSearchUncheckedUpdateInput, 'cadence' | 'conciergeYN'>>

/** Somebody who looks in one zip code of their own. */
async function aSeeker(...searches: Over[]) {
  zip += 1
  const postalCode = String(zip)
  const contact = await aContact(agent, {}, db)
  const email = contact.email ?? ''
  await ensureAddresses(db, [email])
  const ids: string[] = []
  for (const over of searches) {
    const { id } = await aSearch(agent, contact, { postalCodes: [postalCode] }, db)
    await db.savedSearch.update({ where: { id }, data: over })
    ids.push(id)
  }
  const news = async () => aListingEvent(await aPlacedListing({ postalCode }, db), {}, db)
  const mails = () => db.alertMail.findMany({ where: { recipient: email }, orderBy: { slot: 'asc' } })
  return { contact, email, searchIds: ids, news, mails }
}

test('a daily search tells in the morning what it found all day, in one mail, though nothing changed that morning', async () => {
  const at = aDay()
  const { news, mails } = await aSeeker({ cadence: 'Daily' })
  await news()
  expect((await run(at(15))).run).toMatchObject({ matches: 1, planned: 0 })
  await news()
  await run(at(18))
  expect(await mails()).toEqual([])
  expect((await run(at(7.75, 1))).run).toBeNull()

  expect((await run(at(8, 1))).run).toMatchObject({ changed: 0, people: 1, planned: 1 })
  expect((await mails()).map(({ listingIds }) => listingIds.length)).toEqual([2])
  expect((await run(at(8.25, 1))).run).toBeNull()
})

test('what is told at once and what was held come in one mail', async () => {
  const at = aDay()
  const { news, mails } = await aSeeker({ cadence: 'Daily' }, {})
  await news()
  await run(at(15))
  expect(await mails()).toHaveLength(1)
  await news()
  await run(at(8, 1))
  const [, morning] = await mails()
  expect(morning?.eventIds).toHaveLength(2)
  expect(await mails()).toHaveLength(2)
})

test('whoever sleeps is told when they get up', async () => {
  const at = aDay()
  const { email, news, mails } = await aSeeker({})
  await db.mailAddress.update({ where: { email }, data: { quietFrom: 21 * 60, quietTo: 7 * 60 } })
  await news()
  await run(at(23))
  expect(await mails()).toEqual([])
  await run(at(7, 1))
  expect(await mails()).toHaveLength(1)
})

test('the morning comes where the person lives', async () => {
  const at = aDay()
  const { email, news, mails } = await aSeeker({ cadence: 'Daily' })
  await db.mailAddress.update({ where: { email }, data: { timeZone: 'Pacific/Honolulu' } })
  await news()
  await run(at(15))
  await run(at(8, 1))
  expect(await mails()).toEqual([])
  await run(at(13, 1)) // eight o'clock in Hawaii
  expect(await mails()).toHaveLength(1)
})

test('five runs at the time of a digest send it once', async () => {
  const at = aDay()
  const { news, mails } = await aSeeker({ cadence: 'Weekly' })
  await news()
  await run(at(15))
  const friday = Array.from({ length: 5 }, (_, index) => new Date(at(12, 8).getTime() + index * 60_000))
  const planned = await Promise.all(friday.map(run))
  expect(planned.reduce((sum, { run: done }) => sum + (done?.planned ?? 0), 0)).toBe(1)
  expect(await mails()).toHaveLength(1)
})

test('a late digest still comes, to the address that is theirs by then', async () => {
  const at = aDay()
  const { contact, news, mails } = await aSeeker({ cadence: 'Daily' })
  await news()
  await run(at(15))
  const email = `moved-${contact.email}`
  await db.contact.update({ where: { id: contact.id }, data: { email } })
  await run(at(20, 3))
  expect(await mails()).toEqual([])
  expect(await db.alertMail.count({ where: { recipient: email } })).toBe(1)
})

test('nobody is told for a search that was switched off while it waited, and the reason is kept', async () => {
  const at = aDay()
  const { searchIds, news, mails } = await aSeeker({ cadence: 'Daily' })
  await news()
  await run(at(15))
  await db.savedSearch.updateMany({ where: { id: { in: searchIds } }, data: { activeYN: false } })
  await run(at(8, 1))
  expect(await mails()).toEqual([])
  expect(await db.alertHold.findMany({ where: { searchId: { in: searchIds } } })).toMatchObject([
    { state: 'dropped', droppedBecause: 'search-off' },
  ])
})

test('a home that was rejected while it waited is not told', async () => {
  const at = aDay()
  const { email, news, mails } = await aSeeker({ cadence: 'Daily' })
  const [no, yes] = [await news(), await news()]
  await run(at(15))
  const verdict = { email, preference: 'Discard' as const, decidedAt: new Date(), origin: 'portal' }
  await db.contactListing.create({ data: { ...verdict, listingId: no.listingId } })
  await run(at(8, 1))
  expect((await mails()).map(({ listingIds }) => listingIds)).toEqual([[yes.listingId]])
})

test('what no agent approved in time is dropped, and the search says why', async () => {
  const at = aDay()
  const { searchIds, news, mails } = await aSeeker({ conciergeYN: true })
  await news()
  await run(at(10))
  await run(at(9.75, 2))
  expect(await db.alertHold.count({ where: { searchId: { in: searchIds }, state: 'waiting' } })).toBe(1)
  await run(at(10, 2))
  expect(await mails()).toEqual([])
  expect(await db.alertHold.findMany({ where: { searchId: { in: searchIds } } })).toMatchObject([
    { state: 'dropped', droppedBecause: 'not-approved', reason: 'approval' },
  ])
})
