import { beforeEach, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Contact, Person } from '#server/generated/prisma/client.ts'
import { composeMail } from '#server/mail-composers.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { upsertSavedSearches } from '../searches.bulk.ts'
import { criteriaSchema } from '../searches.schema.ts'
import { LIKE_THIS_CONSENT } from './consent.words.ts'

const MAY_3 = new Date('2026-05-03T15:00:00Z')

let agent: Person
let contact: Contact
beforeEach(async () => {
  agent = await anAgent((await anOffice()).id, { fullName: 'Ann Lee' })
  contact = await aContact(agent)
})

const consentSeen = async (searchId: string) => (await callAs(agent).alerts.byId({ searchId })).consent
async function consentToldThem() {
  await ensureAddresses(db, [contact.email ?? ''])
  const { token } = await db.mailAddress.findUniqueOrThrow({ where: { email: contact.email ?? '' } })
  return (await callAs(null).alerts.preferences({ token })).searches.map(({ consent }) => consent)
}

test('an agent who makes a search says how they know, and both sides can read it', async () => {
  const { id } = await callAs(agent).alerts.create({
    ...{ contactId: contact.id, name: 'Beach', criteria: criteriaSchema.parse({}) },
    statement: 'They asked me on the phone',
  })
  expect(await consentSeen(id)).toContain('“They asked me on the phone”, says Ann Lee')
  expect(await consentToldThem()).toMatchObject([expect.stringContaining('Ann Lee set it up')])
})

test('a search of the old system says so', async () => {
  const id = crypto.randomUUID()
  const search = { id, contactId: contact.id, ownerId: agent.id, name: 'Beach', wanted: true }
  const order = { ...search, criteria: criteriaSchema.parse({}), createdAt: MAY_3, updatedAt: MAY_3 }
  await db.$transaction((tx) => upsertSavedSearches(tx, [order]))
  await db.$transaction((tx) => upsertSavedSearches(tx, [{ ...order, name: 'The beach' }]))
  expect(await consentSeen(id)).toBe('Came over from the old system; it was set up there on May 3, 2026')
})

test('the first mail of a search that began with a ticked box asks once whether they still want it', async () => {
  const { id: searchId } = await aSearch(agent, contact, {}, db)
  const word = { source: 'Inquiry' as const, consentedAt: MAY_3, consentText: LIKE_THIS_CONSENT }
  await db.searchConsent.update({ where: { searchId }, data: { ...word, recordId: crypto.randomUUID() } })
  const recipient = contact.email ?? ''
  await ensureAddresses(db, [recipient])
  const home = await aPlacedListing({}, db)
  const { id: eventId } = await aListingEvent(home, {}, db)

  async function aMail() {
    const [id, slot] = [crypto.randomUUID(), new Date(Date.UTC(2031, 0, 1) + Math.random() * 1e12)]
    const none = { horizonAgeMs: 0, events: 0, changed: 0, searches: 0, matches: 0, people: 0, planned: 0, matchMs: 0 }
    const run = await db.alertRun.create({ data: { jobRunId: id, slot, feedFrom: 0, feedTo: 0, ...none } })
    const order = { id, kind: 'alert', recipient, contactId: contact.id, dedupeKey: id, messageId: id }
    const mail = await db.outboxMail.create({ data: { ...order, payload: { runId: run.id } } })
    const line = {
      searchIds: [searchId],
      versions: [1],
      eventIds: [eventId],
      listingIds: [home.id],
      kinds: ['New' as const],
    }
    await db.alertMail.create({ data: { id, runId: run.id, slot, recipient, ...line } })
    return mail
  }
  async function textOf(mail: Awaited<ReturnType<typeof aMail>>) {
    const composed = await db.$transaction((tx) => composeMail(tx, mail, new Date()))
    if (!('send' in composed)) throw new Error(`held back: ${composed.suppress}`)
    return composed.send.text
  }
  const [first, second] = [await aMail(), await aMail()]
  const asks = 'You asked on May 3, 2026 to hear of homes like the one you wrote to us about: “A search”.'
  expect(await textOf(first)).toContain(asks)
  // As when the mail server did not take it.
  expect(await textOf(first)).toContain(asks)
  expect(await textOf(second)).not.toContain('You asked on')
  expect(await consentSeen(searchId)).toBe('Asked for it on May 3, 2026, when they asked about a home')
  expect(await consentToldThem()).toEqual(['You asked for it on May 3, 2026, when you asked about a home.'])
})
