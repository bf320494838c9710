import { beforeEach, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Contact, Listing, Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, aListing, anAgent, anOffice } from '#server/testing/factories.ts'

const HOUR_MS = 3_600_000
/** Noon in New York. */
const NOON = Date.parse('2026-11-18T17:00:00Z')

let agent: Person
let contact: Contact
let home: Listing
let token: string
beforeEach(async () => {
  agent = await anAgent((await anOffice()).id)
  contact = await aContact(agent)
  home = await aListing({ streetAddress: '12 Oak Street' })
  await ensureAddresses(db, [contact.email ?? ''])
  token = (await db.mailAddress.findUniqueOrThrow({ where: { email: contact.email ?? '' } })).token
})

const look = (hours: number, listing = home) =>
  callAs(null, { now: () => new Date(NOON + hours * HOUR_MS) }).portal.visit({
    token,
    listingKey: listing.listingKey,
  })
const visits = () => db.homeVisit.findMany({ where: { email: contact.email ?? '' }, orderBy: { visitedAt: 'asc' } })
const factsOf = async ({ id }: Contact) =>
  (await db.timelineEntry.findMany({ where: { contactId: id }, orderBy: { occurredAt: 'asc' } })).map(
    ({ summary }) => summary,
  )

/** A mail to the contact that told of the home. */
async function told(to: Contact, listing: Listing) {
  const [id, slot] = [crypto.randomUUID(), new Date(Date.UTC(2030, 0, 1) + Math.random() * 1e12)]
  const counts = { horizonAgeMs: 0, events: 0, changed: 0, searches: 0, matches: 0, people: 0, planned: 0, matchMs: 0 }
  const run = await db.alertRun.create({ data: { jobRunId: id, slot, feedFrom: 0, feedTo: 0, ...counts } })
  const recipient = to.email ?? ''
  const left = { subject: 'New homes', sentAt: slot }
  await db.outboxMail.create({
    data: { id, kind: 'alert', recipient, contactId: to.id, dedupeKey: id, messageId: id, state: 'sent', ...left },
  })
  const lines = { searchIds: [id], versions: [1], eventIds: [id], kinds: ['New' as const], listingIds: [listing.id] }
  await db.alertMail.create({ data: { id, runId: run.id, slot, recipient, ...lines } })
  return id
}

test('a look counts once in half an hour, however often the page says it at once, and belongs to the mail that told of the home', async () => {
  const mailId = await told(contact, home)
  await Promise.all(Array.from({ length: 5 }, () => look(0)))
  await look(0.4)
  await look(0.6)
  expect(await visits()).toMatchObject([{ mailId }, { mailId }])
})

test('the agent reads one line a home and day, and how often it was', async () => {
  await told(contact, home)
  for (const hours of [0, 1, 24, 25, 48]) await look(hours)
  expect(await factsOf(contact)).toEqual([
    'Looked at 12 Oak Street, Mount Pleasant',
    'Looked at 12 Oak Street, Mount Pleasant, third time',
    'Looked at 12 Oak Street, Mount Pleasant, fifth time',
  ])
})

test('whoever sets up a contact with somebody’s address learns nothing, nor does anybody of a home that no mail has shown', async () => {
  const rival = await anAgent((await anOffice()).id)
  const copy = await aContact(rival, { email: contact.email })
  await told(contact, home)
  await look(0)
  await look(0, await aListing())
  expect(await factsOf(copy)).toEqual([])
  expect(await factsOf(contact)).toHaveLength(1)
})

test('a link that nobody was given, and a home that is shown to nobody, leave no trace', async () => {
  const hidden = await aListing({ internetEntireListingDisplayYN: false })
  await expect(look(0, hidden)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  token = 'nobody-was-given-this-one'
  await expect(look(0)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await visits()).toEqual([])
})
