import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import type { Contact, Person } from '#server/generated/prisma/client.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { matchInSql } from './matching/match-in-sql.ts'
import { planAlerts } from './run/plan-alerts.ts'

let db: RootDb
let agent: Person
let contact: Contact
let tick = 0

const run = () =>
  planAlerts(
    { db, match: matchInSql, now: () => new Date() },
    { jobRunId: crypto.randomUUID(), slot: new Date(Date.UTC(2026, 10, 1) + ++tick * 900_000) },
  )
/** The mails that wait have left at `at`. */
const send = (at: Date) =>
  db.outboxMail.updateMany({
    where: { kind: 'alert', state: 'queued' },
    data: { state: 'sent', sentAt: at, subject: 'Homes' },
  })
const homesShown = (by: Person) => callAs(by, { db }).alerts.homesShown({ contactId: contact.id })

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  contact = await aContact(agent, {}, db)
  await run()
  return own.close
})

test('a home stands once among those a contact was shown, as it was shown last, and only after its mail has left', async () => {
  await aSearch(agent, contact, { postalCodes: ['29464'] }, db)
  const [first, second] = [await aPlacedListing({}, db), await aPlacedListing({}, db)]
  await aListingEvent(first, {}, db)
  await aListingEvent(second, {}, db)
  await run()
  expect(await homesShown(agent)).toEqual([])
  await send(new Date(Date.UTC(2026, 10, 1)))
  expect(await homesShown(agent)).toHaveLength(2)

  const [fromPriceCents, toPriceCents] = [first.listPriceCents + 1_000_000n, first.listPriceCents]
  await aListingEvent(first, { kind: 'PriceChange', fromPriceCents, toPriceCents }, db)
  await run()
  const at = new Date(Date.UTC(2026, 10, 2))
  await send(at)
  expect(await homesShown(agent)).toMatchObject([
    { id: first.id, listPriceCents: 42_500_000, shown: { kind: 'PriceDrop', at } },
    { id: second.id, shown: { kind: 'New' } },
  ])
})

test('another agent is not told', async () => {
  const stranger = await anAgent(agent.officeId, {}, db)
  await expect(homesShown(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
