import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { matchInSql } from '../matching/match-in-sql.ts'
import { planAlerts } from '../run/plan-alerts.ts'

let db: RootDb
let agent: Person
let admin: Person
let zip = 27_100
let tick = 0

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  const office = await anOffice({}, db)
  agent = await anAgent(office.id, {}, db)
  admin = await aPerson(office.id, { role: 'admin' }, db)
  await run() // the first run ever takes what is there as its baseline
  return own.close
})

const START = Date.now()
/** Runs a minute apart, from now on: approvals are given in between. */
const run = (slot = new Date(START + ++tick * 60_000)) =>
  planAlerts({ db, match: matchInSql, now: () => slot }, { jobRunId: crypto.randomUUID(), slot })
const as = (person: Person) => callAs(person, { db }).rhythm

/** Homes that were found for somebody whose agent looks first. */
async function found(homes = 1) {
  zip += 1
  const postalCode = String(zip)
  const contact = await aContact(agent, {}, db)
  await ensureAddresses(db, [contact.email ?? ''])
  const { id: searchId } = await aSearch(agent, contact, { postalCodes: [postalCode] }, db)
  await as(agent).set({ searchId, cadence: 'Instant', conciergeYN: true })
  const listings = []
  for (let index = 0; index < homes; index++) {
    const listing = await aPlacedListing({ postalCode }, db)
    await aListingEvent(listing, {}, db)
    listings.push(listing.id)
  }
  await run()
  const { items } = await as(agent).approvals({ contactId: contact.id })
  const told = async () =>
    (await db.alertMail.findMany({ where: { recipient: contact.email ?? '' } })).flatMap(({ listingIds }) => listingIds)
  return { contact, searchId, listings, items, holdId: items[0]?.id ?? '', told }
}

test('what is found waits for the agent, and goes out with the next run once they say yes', async () => {
  const { items, listings, holdId, told } = await found(2)
  expect(items).toMatchObject([{ homes: [{ kind: 'New' }, { kind: 'New' }], search: { name: 'A search' } }])
  expect(await told()).toEqual([])
  await as(agent).approve({ holdId })
  await run()
  expect((await told()).toSorted()).toEqual(listings.toSorted())
  expect((await as(agent).approvals({})).items.map(({ id }) => id)).not.toContain(holdId)
})

test('an agent may let some of the homes out and leave the others', async () => {
  const { listings, holdId, told } = await found(3)
  const [chosen = ''] = listings
  await as(agent).approve({ holdId, listingIds: [chosen] })
  await run()
  expect(await told()).toEqual([chosen])
})

test('of two who decide at once one counts, and the other is told who it was', async () => {
  const { holdId, told } = await found()
  const outcomes = await Promise.allSettled([
    as(agent).approve({ holdId }),
    as(admin).skip({ holdId }),
    as(agent).approve({ holdId }),
    as(admin).skip({ holdId }),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(String(outcome.reason)).toMatch(/(approved|skipped) it already/)
  }
  await run()
  const hold = await db.alertHold.findUniqueOrThrow({ where: { id: holdId } })
  expect(await told()).toHaveLength(hold.state === 'told' ? 1 : 0)
})

test('a decision can be taken back until somebody was told', async () => {
  const { holdId, told } = await found()
  await as(agent).skip({ holdId })
  await as(agent).undecide({ holdId })
  await as(agent).approve({ holdId })
  await run()
  expect(await told()).toHaveLength(1)
  await expect(as(agent).undecide({ holdId })).rejects.toThrow('too late')
})

test('what was approved at night waits for the morning of its person', async () => {
  const { contact, holdId, told } = await found()
  const minutes = new Date().getUTCHours() * 60 + new Date().getUTCMinutes()
  const night = { quietFrom: (minutes + 1_380) % 1_440, quietTo: (minutes + 120) % 1_440, timeZone: 'UTC' }
  await db.mailAddress.update({ where: { email: contact.email ?? '' }, data: night })
  const { dueAt } = await as(agent).approve({ holdId })
  await run()
  expect(await told()).toEqual([])
  await run(dueAt)
  expect(await told()).toHaveLength(1)
})

test('a search that writes at once from now on tells what it had kept', async () => {
  const { searchId, told } = await found()
  await db.alertHold.updateMany({
    where: { searchId },
    data: { reason: 'cadence', expiresAt: null, dueAt: new Date('2030-01-01T00:00:00Z') },
  })
  await as(agent).set({ searchId, cadence: 'Instant', conciergeYN: false })
  await run()
  expect(await told()).toHaveLength(1)
})

test('somebody else’s approvals do not exist', async () => {
  const { holdId } = await found()
  const stranger = await anAgent((await anOffice({}, db)).id, {}, db)
  expect((await as(stranger).approvals({})).items).toEqual([])
  await expect(as(stranger).approve({ holdId })).rejects.toThrow('This approval')
  await expect(as(stranger).skip({ holdId })).rejects.toThrow('This approval')
})
