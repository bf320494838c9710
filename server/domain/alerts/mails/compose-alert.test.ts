import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { composeAlert } from '#server/domain/alerts/mails/compose-alert.ts'
import { matchInSql } from '#server/domain/alerts/matching/match-in-sql.ts'
import { stopEverything } from '#server/domain/alerts/preferences.service.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import type { Envelope } from '#server/domain/mail/mail.types.ts'
import type { Contact, Listing, Office, Person, Prisma } from '#server/generated/prisma/client.ts'
import { aListingEvent, anOpenHouse, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'

let db: RootDb
let office: Office
let agent: Person
let tick = 0
const now = () => new Date()

const run = () =>
  planAlerts(
    { db, match: matchInSql, now },
    { jobRunId: crypto.randomUUID(), slot: new Date(Date.UTC(2026, 10, 1) + ++tick * 900_000) },
  )

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  office = await anOffice({}, db)
  agent = await anAgent(office.id, { fullName: 'Ada Lowell', title: 'REALTOR®', phone: '(843) 555-0199' }, db)
  await run()
  return own.close
})

type Planned = { contact: Contact; listing: Listing; searchId: string; compose: () => ReturnType<typeof composeAlert> }

/** A person with a search, and one new home that fits it, planned and waiting in the outbox. */
async function aPlannedAlert(over: Partial<Prisma.ListingUncheckedCreateInput> = {}): Promise<Planned> {
  const contact = await aContact(agent, { fullName: 'Sam Porter' }, db)
  const postalCode = String(10_000 + Math.floor(Math.random() * 80_000))
  const { id: searchId } = await aSearch(agent, contact, { postalCodes: [postalCode] }, db)
  const listing = await aPlacedListing({ postalCode, ...over }, db)
  await aListingEvent(listing, {}, db)
  await run()
  const mail = await db.outboxMail.findFirstOrThrow({ where: { recipient: contact.email ?? '' } })
  return { contact, listing, searchId, compose: () => composeAlert(db, mail, now()) }
}

async function envelopeOf({ compose }: Planned): Promise<Envelope> {
  const composed = await compose()
  if ('suppress' in composed) throw new Error(`It was suppressed: ${composed.suppress}`)
  return composed.send
}

test('an alert shows the home, its price, why it matched, the agent and the way out, in HTML and in text alike', async () => {
  const planned = await aPlannedAlert({ listPriceCents: 61_250_000n, streetAddress: '14 Heron Walk' })
  const { subject, html, text, replyTo, headers } = await envelopeOf(planned)

  expect(subject).toBe('New: 14 Heron Walk, $612,500')
  expect(replyTo).toBe(`"Ada Lowell" <${agent.email}>`)
  expect(headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  expect(headers?.['List-Unsubscribe']).toMatch(/^<http.*\/api\/unsubscribe\/[\w-]{22}>$/)
  for (const content of [html, text]) {
    for (const words of [
      '$612,500',
      '14 Heron Walk',
      'A search',
      'Ada Lowell',
      '(843) 555-0199',
      office.postalAddress,
      'after this home reached us',
      '/preferences/',
    ]) {
      expect(content).toContain(words)
    }
  }
})

test('an open house is told with its day and hours, and no more once it is called off or over', async () => {
  const contact = await aContact(agent, {}, db)
  const postalCode = '29999'
  await aSearch(agent, contact, { postalCodes: [postalCode], events: ['OpenHouse'] }, db)
  const listing = await aPlacedListing({ postalCode, streetAddress: '3 Tern Row' }, db)
  const openHouseStartTime = new Date('2099-11-28T19:00:00Z')
  const openHouseEndTime = new Date('2099-11-28T21:00:00Z')
  const visit = await anOpenHouse(listing, { openHouseStartTime, openHouseEndTime }, db)
  await aListingEvent(listing, { kind: 'OpenHouse', openHouseId: visit.id }, db)
  await run()
  const mail = await db.outboxMail.findFirstOrThrow({ where: { recipient: contact.email ?? '' } })
  const planned = { contact, listing, searchId: '', compose: () => composeAlert(db, mail, now()) }
  const { subject, html } = await envelopeOf(planned)

  expect(subject).toBe('Open house Saturday, Nov 28, 2–4 PM: 3 Tern Row, $425,000')
  expect(html).toContain('Open house Saturday, Nov 28, 2–4 PM')
  expect(await composeAlert(db, mail, openHouseEndTime)).toEqual({ suppress: 'home-gone' })
  await db.openHouse.update({ where: { id: visit.id }, data: { openHouseStatus: 'Canceled' } })
  expect(await planned.compose()).toEqual({ suppress: 'home-gone' })
})

test('an address that its owner withholds appears nowhere in the mail', async () => {
  const planned = await aPlannedAlert({
    streetAddress: '99 Secret Cove',
    unitNumber: 'Unit 7Q-Marsh',
    internetAddressDisplayYN: false,
  })
  const envelope = JSON.stringify(await envelopeOf(planned))

  expect(envelope).not.toContain('Secret Cove')
  expect(envelope).not.toContain('7Q-Marsh')
  expect(envelope).toContain('Address on request')
})

test('a home that was sold, or taken off the internet, in between is not mailed', async () => {
  for (const change of [{ standardStatus: 'Closed' as const }, { internetEntireListingDisplayYN: false }]) {
    const planned = await aPlannedAlert()
    await db.listing.update({ where: { id: planned.listing.id }, data: change })
    expect(await planned.compose()).toEqual({ suppress: 'home-gone' })
  }
})

test('a search that was switched off in between sends nothing', async () => {
  const planned = await aPlannedAlert()
  await db.savedSearch.update({ where: { id: planned.searchId }, data: { activeYN: false } })
  expect(await planned.compose()).toEqual({ suppress: 'search-off' })
})

test('a person who stopped everything in between gets nothing', async () => {
  const planned = await aPlannedAlert()
  const { token } = await db.mailAddress.findUniqueOrThrow({ where: { email: planned.contact.email ?? '' } })
  await stopEverything({ db, actor: null, now }, { token, stopped: true })
  expect(await planned.compose()).toEqual({ suppress: 'unsubscribed' })
})

test('a contact who was removed in between gets nothing', async () => {
  const planned = await aPlannedAlert()
  await db.contact.update({ where: { id: planned.contact.id }, data: { removedAt: now() } })
  expect(await planned.compose()).toEqual({ suppress: 'contact-removed' })
})

test('the mail names the criteria as they were when it matched, also after the search was changed', async () => {
  const planned = await aPlannedAlert()
  const before = await db.savedSearchVersion.findFirstOrThrow({ where: { searchId: planned.searchId } })
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`
    await tx.savedSearchVersion.create({
      data: { ...before, polygons: [], version: 2, summary: 'Something else entirely' },
    })
    await tx.savedSearch.update({ where: { id: planned.searchId }, data: { currentVersion: 2 } })
  })
  const { text } = await envelopeOf(planned)
  expect(text).toContain(before.summary)
  expect(text).not.toContain('Something else entirely')
})
