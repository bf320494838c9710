import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { feedHead, numberFeed } from '#server/domain/listings/listings.feed.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { SEARCH_EVENTS } from './criteria.words.ts'
import { matchByJoin } from './matching/match-by-join.sql.ts'
import { matchInSql } from './matching/match-in-sql.ts'
import { type Round, roundArb } from './matching/rounds.arbitrary.ts'
import { planAlerts } from './run/plan-alerts.ts'

let db: RootDb
let agent: Person
let admin: Person

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  const office = await anOffice({}, db)
  agent = await anAgent(office.id, {}, db)
  admin = await aPerson(office.id, { role: 'admin' }, db)
  return own.close
})

const peopleFor = (listingId: string, by = agent) => callAs(by, { db }).alerts.peopleForHome({ listingId })
const lookingFor = (filters: { q: string }, by = agent) => callAs(by, { db }).alerts.peopleForHomes(filters)
const someone = (fullName: string, by = agent) => aContact(by, { fullName }, db)

async function writeSearch(criteria: Partial<Round['criteria']>, standing: Round['standing']) {
  const contact = await aContact(agent, {}, db)
  const search = await aSearch(agent, contact, { ...criteria, events: [...SEARCH_EVENTS] }, db)
  const at = new Date()
  if (standing === 'off') await db.savedSearch.update({ where: { id: search.id }, data: { activeYN: false } })
  if (standing === 'removed') await db.savedSearch.update({ where: { id: search.id }, data: { removedAt: at } })
  if (standing === 'contact removed') await db.contact.update({ where: { id: contact.id }, data: { removedAt: at } })
  if (standing === 'no address') await db.contact.update({ where: { id: contact.id }, data: { email: null } })
}

/** A search that stands as the round says, and a home that is new. */
async function write({ criteria, standing, home }: Round) {
  await writeSearch(criteria, standing)
  const listing = await aPlacedListing(home.listing, db)
  await aListingEvent(listing, {}, db)
  return listing.id
}

test('a home is for whom a run would write to about it: the same searches, at the edge of every bound', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(fc.array(roundArb, { minLength: 20, maxLength: 20 }), async (rounds) => {
      const from = await feedHead(db)
      const homes = []
      for (const round of rounds) homes.push(await write(round))
      await numberFeed(db)
      const matches = await db.$transaction(async (tx) => matchByJoin(tx, { from, to: await feedHead(tx) }))
      for (const home of homes) {
        const shown = (await peopleFor(home)).items.flatMap(({ searches }) => searches.map(({ id }) => id))
        const told = matches.filter(({ listingId }) => listingId === home).map(({ searchId }) => searchId)
        expect(shown.sort()).toEqual(told.sort())
        found += shown.length
      }
      // Or page two would have to be read as well.
      await db.savedSearch.deleteMany()
    }),
    { numRuns: 3, seed: 20_261_121, endOnFailure: true },
  )
  expect(found, 'homes that are for nobody prove little').toBeGreaterThan(30)
})

describe('whom a home is for', () => {
  test('stands with what they look for: first whom nobody told yet, and the others with the mail that told them', async () => {
    await db.savedSearch.deleteMany()
    const home = await aPlacedListing({ postalCode: '29451', citySlug: 'isle-of-palms' }, db)
    const run = (day: number) =>
      planAlerts(
        { db, match: matchInSql, now: () => new Date() },
        { jobRunId: crypto.randomUUID(), slot: new Date(Date.UTC(2026, 9, day)) },
      )
    await run(1)
    const ann = await someone('Ann Told')
    await aSearch(agent, ann, { postalCodes: ['29451'] }, db)
    await aListingEvent(home, {}, db)
    await run(2)
    const bea = await someone('Bea Untold')
    await aSearch(agent, bea, { citySlugs: ['isle-of-palms'], bedroomsMin: 3 }, db)
    expect((await peopleFor(home.id)).items.map(({ searches }) => searches[0]?.toldAt)).toEqual([null, null])

    const sentAt = new Date(Date.UTC(2026, 9, 2))
    await db.outboxMail.updateMany({ where: { contactId: ann.id }, data: { state: 'sent', sentAt, subject: 'A home' } })
    const { people, items } = await peopleFor(home.id)
    expect(people).toBe(2)
    expect(items).toMatchObject([
      { contactId: bea.id, searches: [{ summary: 'Homes in Isle of Palms, 3+ beds', toldAt: null, mailId: null }] },
      { contactId: ann.id, agent: { id: agent.id }, searches: [{ toldAt: sentAt, mailId: expect.any(String) }] },
    ])
  })

  test('a person with two fitting alerts stands once, and one who stopped all mails says so', async () => {
    const home = await aPlacedListing({ postalCode: '29482', citySlug: 'sullivans-island' }, db)
    const ann = await someone('Ann Twice')
    await aSearch(agent, ann, { postalCodes: ['29482'] }, db)
    await aSearch(agent, ann, { citySlugs: ['sullivans-island'] }, db)
    await db.mailAddress.upsert({
      where: { email: ann.email ?? '' },
      create: {
        email: ann.email ?? '',
        token: crypto.randomUUID(),
        suppressedAt: new Date(),
        suppressionReason: 'bounced',
      },
      update: { suppressedAt: new Date(), suppressionReason: 'bounced' },
    })
    const { people, items } = await peopleFor(home.id)
    expect(people).toBe(1)
    expect(items).toMatchObject([{ fullName: 'Ann Twice', stopped: 'bounced' }])
    expect(items[0]?.searches).toHaveLength(2)
  })

  test('who has said no to it stands last with the day, and is not counted, as far as mails to them have shown it', async () => {
    const home = await aPlacedListing({ postalCode: '29438', citySlug: 'edisto-island' }, db)
    const other = await aPlacedListing({ postalCode: '29438', citySlug: 'edisto-island' }, db)
    const [no, yes] = [await someone('Ann No'), await someone('Bob Yes')]
    const runId = (await db.alertRun.findFirstOrThrow()).id
    const decidedAt = new Date('2026-05-03T16:00:00Z')
    async function say(preference: 'Discard' | 'Possible', { id: contactId, email }: typeof no, listingId: string) {
      const recipient = email ?? ''
      await ensureAddresses(db, [recipient])
      await db.contactListing.create({ data: { email: recipient, listingId, preference, decidedAt, origin: 'portal' } })
      return { contactId, recipient, listingId }
    }
    async function show({ contactId, recipient, listingId }: Awaited<ReturnType<typeof say>>) {
      const [id, eventId] = [crypto.randomUUID(), crypto.randomUUID()]
      const tells = { runId, slot: new Date(Date.now() + Math.random() * 1e9), recipient, searchIds: [eventId] }
      await db.outboxMail.create({
        data: {
          ...{ id, kind: 'alert', recipient, contactId, dedupeKey: id, messageId: id, subject: 'A home' },
          ...{ state: 'sent', sentAt: decidedAt, body: { create: { html: '', text: 'x' } } },
          alertMail: {
            create: { ...tells, versions: [1], eventIds: [eventId], listingIds: [listingId], kinds: ['New'] },
          },
        },
      })
    }
    for (const { id, email } of [no, yes]) await aSearch(agent, { ...no, id, email }, { postalCodes: ['29438'] }, db)
    await show(await say('Possible', yes, home.id))
    const refusal = await say('Discard', no, home.id)
    // Whoever sets up a contact with somebody's address learns nothing of them.
    expect(await peopleFor(home.id)).toMatchObject({ people: 2, items: [{ saidNoAt: null }, { saidNoAt: null }] })
    expect(await lookingFor({ q: home.listingId })).toMatchObject({ people: 2 })

    await show(refusal)
    const { people, items } = await peopleFor(home.id)
    expect(people).toBe(1)
    expect(items).toMatchObject([
      { fullName: 'Bob Yes', saidNoAt: null },
      { fullName: 'Ann No', saidNoAt: decidedAt },
    ])
    expect(await lookingFor({ q: home.listingId })).toMatchObject({ people: 1, items: [{ fullName: 'Bob Yes' }] })
    expect(await lookingFor({ q: other.listingId })).toMatchObject({ people: 2 })
  })

  test('nobody is among them whose alert is off, was taken away, or who has no address or is gone', async () => {
    const home = await aPlacedListing({ postalCode: '29440', citySlug: 'georgetown' }, db)
    for (const standing of ['on', 'off', 'removed', 'contact removed', 'no address'] as const)
      await writeSearch({ postalCodes: ['29440'] }, standing)
    expect((await peopleFor(home.id)).people).toBe(1)
  })

  test('everybody sees their own people only', async () => {
    const home = await aPlacedListing({ postalCode: '29439', citySlug: 'folly-beach' }, db)
    const colleague = await anAgent(agent.officeId, {}, db)
    const theirs = await someone('Not Mine', colleague)
    await aSearch(colleague, theirs, { postalCodes: ['29439'] }, db)
    expect(await peopleFor(home.id)).toMatchObject({ people: 0, items: [] })
    expect(await peopleFor(home.id, admin)).toMatchObject({ people: 1, items: [{ fullName: 'Not Mine' }] })
    const { listingId: q } = home
    expect(await lookingFor({ q })).toMatchObject({ people: 0, items: [] })
    expect(await lookingFor({ q }, colleague)).toMatchObject({ people: 1, items: [{ contactId: theirs.id }] })
  })

  test('more than a page of them is read page by page, each once', async () => {
    const home = await aPlacedListing({ postalCode: '29455', citySlug: 'johns-island' }, db)
    for (let index = 0; index < 27; index++)
      await aSearch(agent, await someone(`Buyer ${index}`), { postalCodes: ['29455'] }, db)
    const first = await peopleFor(home.id)
    const { nextCursor: cursor } = first
    const second = await callAs(agent, { db }).alerts.peopleForHome({ listingId: home.id, cursor })
    expect(first.people).toBe(27)
    expect(second.nextCursor).toBeUndefined()
    expect(new Set([...first.items, ...second.items].map(({ contactId }) => contactId)).size).toBe(27)
  })
})

describe('a home that is for nobody', () => {
  test('says what those who look at its place want instead', async () => {
    const place = { postalCode: '29492', citySlug: 'daniel-island' }
    const home = await aPlacedListing({ ...place, listPriceCents: 90_000_000n, bedroomsTotal: 2 }, db)
    await aSearch(agent, await someone('Less'), { postalCodes: ['29492'], listPriceMax: 800_000 }, db)
    await aSearch(
      agent,
      await someone('Less and more'),
      { postalCodes: ['29492'], listPriceMax: 800_000, bedroomsMin: 4 },
      db,
    )
    expect((await peopleFor(home.id)).people).toBe(0)
    const why = await callAs(agent, { db }).alerts.whyForNobody({ listingId: home.id })
    expect(why).toMatchObject({ people: 2, dearer: 2, rooms: 1, cheaper: 0, kind: 0, status: 0 })
    const stranger = await anAgent(agent.officeId, {}, db)
    expect(await callAs(stranger, { db }).alerts.whyForNobody({ listingId: home.id })).toMatchObject({ people: 0 })
  })
})

describe('who looks for homes like these', () => {
  test('is whoever looks for at least one of the homes that the filters find', async () => {
    const home = await aPlacedListing({ postalCode: '29466', citySlug: 'awendaw', listPriceCents: 50_000_000n }, db)
    const ann = await someone('Ann Looks')
    await aSearch(agent, ann, { postalCodes: ['29466'], listPriceMax: 500_000 }, db)
    await aSearch(agent, ann, { citySlugs: ['awendaw'] }, db)
    await aSearch(agent, await someone('Ben Poorer'), { postalCodes: ['29466'], listPriceMax: 499_999 }, db)
    const found = await lookingFor({ q: home.listingId })
    expect(found).toMatchObject({ people: 1, isCapped: false, items: [{ contactId: ann.id }] })
    expect(await lookingFor({ q: 'no such street' })).toMatchObject({ people: 0, items: [] })
  })
})
