import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { writeRounds } from '#server/testing/alert-rounds.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { matchInSql } from '../matching/match-in-sql.ts'
import { fits, wants } from '../matching/plain-reading.ts'
import { roundArb } from '../matching/rounds.arbitrary.ts'
import { planAlerts } from '../run/plan-alerts.ts'

let db: RootDb
let agent: Person
const START = Date.now()
let tick = 0

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  await run() // the first run ever takes what is there as its baseline
  return own.close
})

const run = () =>
  planAlerts(
    { db, match: matchInSql, now: () => new Date() },
    { jobRunId: crypto.randomUUID(), slot: new Date(START + ++tick * 1_000) },
  )

const why = (contactId: string, listingId: string, by = agent) =>
  callAs(by, { db }).alerts.whyHome({ contactId, listingId })
const first = async (contactId: string, listingId: string) => (await why(contactId, listingId)).searches[0]

/** A person with one search, in a zip code of their own. */
async function aSeeker(postalCode: string, asked: Parameters<typeof aSearch>[2] = {}) {
  const contact = await aContact(agent, {}, db)
  const search = await aSearch(agent, contact, { postalCodes: [postalCode], ...asked }, db)
  return { contactId: contact.id, searchId: search.id, email: contact.email ?? '' }
}

test('500 pairs of a person and a home are answered as a plain reading answers them', async () => {
  const rounds = fc.sample(roundArb, { numRuns: 60, seed: 20_261_121 })
  const rows = await writeRounds(db, agent, rounds)
  const { problem } = await run()
  expect(problem).toBeNull()
  const pairs = rows.flatMap((seeker, index) =>
    // Each with its own home, which lies at the edge of what it asks, and with others.
    [0, 1, 7, 13, 22, 31, 38, 44, 53]
      .flatMap((step) => rows[(index + step) % rows.length] ?? [])
      .map((home) => ({ seeker, home })),
  )
  const answers = new Map<string, number>()
  for (const { seeker, home } of pairs.slice(0, 500)) {
    if (seeker.standing === 'removed' || seeker.standing === 'contact removed') continue
    const answer = await first(seeker.contactId, home.listingId)
    const told = seeker.standing === 'on' ? wants(seeker, home.home) : null
    const isFit = fits(seeker.criteria, { ...home.home.listing, internetEntireListingDisplayYN: true })
    const isShown = home.home.listing.internetEntireListingDisplayYN
    const isOff = seeker.standing === 'off'
    const expected = told ? 'told' : isOff ? 'off' : !isShown ? 'withheld' : isFit ? 'fits' : 'differs'
    const given = answer?.answer ?? 'nothing'
    expect(['not-asked', 'fits-since', 'nothing-new'].includes(given) ? 'fits' : given).toBe(expected)
    if (answer?.answer === 'told') expect(answer.told.kind).toBe(told)
    expect(answer?.checks.every(({ holds }) => holds)).toBe(isFit)
    answers.set(given, (answers.get(given) ?? 0) + 1)
  }
  for (const answer of ['told', 'off', 'withheld', 'differs'])
    expect(answers.get(answer) ?? 0, `pairs with the answer "${answer}"`).toBeGreaterThan(3)
})

test('a home that was told stands with its mail, the version of the search and the kind of news', async () => {
  const { contactId, searchId } = await aSeeker('29701')
  const home = await aPlacedListing({ postalCode: '29701' }, db)
  await aListingEvent(home, {}, db)
  expect(await first(contactId, home.id)).toMatchObject({ answer: 'next-run', kind: 'New' })
  await run()
  const mail = await db.outboxMail.findFirstOrThrow({ where: { contactId } })
  expect(await first(contactId, home.id)).toMatchObject({
    id: searchId,
    answer: 'told',
    told: { version: 1, kind: 'New', mail: { id: mail.id, state: 'queued' } },
  })
})

test('what differs is said for each criterion, what the search asks and what the home has', async () => {
  const { contactId } = await aSeeker('29702', { bedroomsMin: 4, listPriceMax: 300_000 })
  const home = await aPlacedListing({ postalCode: '29702', bedroomsTotal: 3 }, db)
  const answer = await first(contactId, home.id)
  expect(answer?.answer).toBe('differs')
  expect(answer?.checks.filter(({ holds }) => !holds)).toEqual([
    { criterion: 'price', asked: 'up to $300,000', has: '$425,000', holds: false },
    { criterion: 'bedrooms', asked: '4 or more', has: '3', holds: false },
  ])
})

test('a home that fits and had no news yet, or only news that nobody asked for, says which', async () => {
  const { contactId } = await aSeeker('29703', { events: ['PriceDrop'] })
  const home = await aPlacedListing({ postalCode: '29703' }, db)
  expect(await first(contactId, home.id)).toMatchObject({ answer: 'nothing-new' })
  await aListingEvent(home, {}, db)
  expect(await first(contactId, home.id)).toMatchObject({ answer: 'not-asked', happened: ['New'] })
})

test('a home that fits only since something changed after its news says so', async () => {
  const { contactId } = await aSeeker('29704', { bedroomsMin: 4 })
  const home = await aPlacedListing({ postalCode: '29704', bedroomsTotal: 3 }, db)
  await aListingEvent(home, {}, db)
  await run()
  await db.listing.update({ where: { id: home.id }, data: { bedroomsTotal: 4 } })
  expect(await first(contactId, home.id)).toMatchObject({ answer: 'fits-since', kind: 'New' })
})

test('who gets no mails at all is told first, and why', async () => {
  const { contactId, email } = await aSeeker('29705')
  const home = await aPlacedListing({ postalCode: '29705' }, db)
  await db.mailAddress.create({
    data: { email, token: crypto.randomUUID(), suppressedAt: new Date(), suppressionReason: 'bounced' },
  })
  expect((await why(contactId, home.id)).stopped).toBe('bounced')
})

test('a home that was found and waits, was skipped, or was refused by the person says which', async () => {
  const { contactId, searchId, email } = await aSeeker('29707')
  await db.savedSearch.update({ where: { id: searchId }, data: { conciergeYN: true } })
  const home = await aPlacedListing({ postalCode: '29707' }, db)
  await aListingEvent(home, {}, db)
  await run()
  expect(await first(contactId, home.id)).toMatchObject({ answer: 'waits', reason: 'approval', dueAt: null })
  await callAs(agent, { db }).rhythm.skip({ holdId: (await db.alertHold.findFirstOrThrow({ where: { searchId } })).id })
  expect(await first(contactId, home.id)).toMatchObject({ answer: 'dropped', because: 'skipped' })

  const other = await aPlacedListing({ postalCode: '29707' }, db)
  await db.mailAddress.create({ data: { email, token: crypto.randomUUID() } })
  const verdict = { email, preference: 'Discard' as const, decidedAt: new Date(), origin: 'portal' }
  await db.contactListing.create({ data: { ...verdict, listingId: other.id } })
  expect(await first(contactId, other.id)).toMatchObject({ answer: 'rejected' })
})

test('somebody else’s contact does not exist', async () => {
  const { contactId } = await aSeeker('29706')
  const home = await aPlacedListing({ postalCode: '29706' }, db)
  const stranger = await anAgent((await anOffice({}, db)).id, {}, db)
  await expect(why(contactId, home.id, stranger)).rejects.toThrow('This contact')
})
