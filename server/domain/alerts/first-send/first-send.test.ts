import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { aListingEvent, aPlacedListing } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { composeAlert } from '../mails/compose-alert.ts'
import { matchInSql } from '../matching/match-in-sql.ts'
import { planAlerts } from '../run/plan-alerts.ts'
import { criteriaSchema } from '../searches.schema.ts'

let db: RootDb
let agent: Person
let zip = 37_100
/** Runs a minute apart, from now on: what is asked for in between is due in the next. */
const START = Date.now()
let tick = 0

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  await run()
  return own.close
})

const run = (slot = new Date(START + ++tick * 60_000)) =>
  planAlerts({ db, match: matchInSql, now: () => slot }, { jobRunId: crypto.randomUUID(), slot })
const as = (person: Person | null) => callAs(person, { db })
const mailsTo = (recipient: string) => db.alertMail.findMany({ where: { recipient }, orderBy: { slot: 'asc' } })

/** A zip code of its own with homes that runs have told of before anybody looked there. */
async function aTown(homes: number) {
  zip += 1
  const postalCode = String(zip)
  const aHome = async () => {
    const home = await aPlacedListing({ postalCode }, db)
    await aListingEvent(home, {}, db)
    return home
  }
  const listings = []
  for (let index = 0; index < homes; index += 1) listings.push(await aHome())
  await run()
  const contact = await aContact(agent, { fullName: 'Ann Rivers' }, db)
  const email = contact.email ?? ''
  await ensureAddresses(db, [email])
  const criteria = criteriaSchema.parse({ postalCodes: [postalCode] })
  const order = { contactId: contact.id, name: 'Beach house', criteria }
  const start = (over: Partial<Parameters<ReturnType<typeof as>['alerts']['create']>[0]> = {}) =>
    as(agent).alerts.create({ ...order, firstSend: true, ...over })
  return { contact, email, criteria, listings, aHome, start }
}

async function compose(recipient: string) {
  const [mail] = await db.outboxMail.findMany({ where: { recipient, kind: 'alert' }, orderBy: { id: 'desc' }, take: 1 })
  if (!mail) throw new Error(`No mail for ${recipient}.`)
  const composed = await db.$transaction((tx) => composeAlert(tx, mail, new Date()))
  return 'send' in composed ? composed.send : composed
}

test('a search may begin with the homes that match now: one mail with the next run, and none of them once more', async () => {
  const { contact, email, listings, start, aHome } = await aTown(2)
  const unread = await aHome() // listed a minute ago, and no run has read of it
  expect(await start()).toMatchObject({ firstHomes: 3 })
  const foretold = await as(agent).alerts.nextMail({ contactId: contact.id })
  expect([foretold.firstHomes, foretold.homes]).toEqual([3, []])
  const why = async () => (await as(agent).alerts.whyHome({ contactId: contact.id, listingId: unread.id })).searches[0]
  expect(await why()).toMatchObject({ answer: 'waits', reason: 'firstSend' })
  expect((await run()).run).toMatchObject({ planned: 1 })
  expect(await why()).toMatchObject({ answer: 'told', told: { kind: 'MatchesNow', mail: { state: 'queued' } } })
  const [mail] = await mailsTo(email)
  expect(mail?.listingIds.toSorted()).toEqual([...listings, unread].map(({ id }) => id).toSorted())
  expect(new Set(mail?.kinds)).toEqual(new Set(['MatchesNow']))
  expect(await compose(email)).toMatchObject({
    subject: '3 homes for you: 3 for sale now',
    text: expect.stringContaining('Sent because your agent chose these homes to begin with.'),
  })
  await run()
  expect(await mailsTo(email)).toHaveLength(1)

  await aListingEvent(
    unread,
    { kind: 'PriceChange', fromPriceCents: 99_000_000n, toPriceCents: unread.listPriceCents },
    db,
  )
  await run()
  expect((await mailsTo(email)).map(({ kinds }) => kinds[0])).toEqual(['MatchesNow', 'PriceDrop'])
})

test('started silent, a search tells nothing of what was there before', async () => {
  const { email, start, aHome } = await aTown(2)
  expect(await start({ firstSend: false })).toMatchObject({ firstHomes: null })
  expect((await run()).run).toBeNull()
  await aHome()
  await run()
  expect((await mailsTo(email)).map(({ kinds }) => kinds)).toEqual([['New']])
})

test('more than 25 homes are refused with the number and a way out, and nothing is made; none is said', async () => {
  const { contact, criteria, start } = await aTown(26)
  const refusal = '26 homes match now, and a first mail tells of 25 at most. Narrow the search, or start silent'
  await expect(start()).rejects.toThrow(refusal)
  expect(await db.savedSearch.count({ where: { contactId: contact.id } })).toBe(0)
  const counted = await as(agent).firstSend.count({ criteria, searchId: null })
  expect(counted).toMatchObject({ homes: 26, refusal: expect.stringContaining(refusal) })
  expect(await start({ criteria: { ...criteria, postalCodes: ['00001'] } })).toMatchObject({ firstHomes: 0 })
  expect((await run()).run).toBeNull()
})

test('it honours a no to a home, a stop, and the word of an agent who looks first', async () => {
  const { email, listings, start, contact } = await aTown(2)
  const [no, other] = listings
  const { token } = await db.mailAddress.findUniqueOrThrow({ where: { email } })
  await as(null).portal.setVerdict({ token, listingId: no?.id ?? '', verdict: 'Discard', origin: 'portal' })
  await start({ rhythm: { cadence: 'Weekly', conciergeYN: true } })
  expect((await run()).run).toBeNull()
  const { items } = await as(agent).rhythm.approvals({ contactId: contact.id })
  expect(items).toMatchObject([{ homes: [{ kind: 'MatchesNow' }, { kind: 'MatchesNow' }] }])
  await as(agent).rhythm.approve({ holdId: items[0]?.id ?? '' })
  await as(null).alerts.stopEverything({ token, stopped: true })
  await run()
  expect((await mailsTo(email)).map(({ listingIds }) => listingIds)).toEqual([[other?.id]])
  expect(await compose(email)).toEqual({ suppress: 'unsubscribed' })
})

test('it goes to everybody on the search, to each when they are up', async () => {
  const { email, start } = await aTown(1)
  const partner = { name: 'Bob', email: `${crypto.randomUUID()}@example.test`, kind: 'To' as const }
  await ensureAddresses(db, [partner.email])
  const minutes = new Date().getUTCHours() * 60 + new Date().getUTCMinutes()
  const night = { quietFrom: (minutes + 1_380) % 1_440, quietTo: (minutes + 120) % 1_440, timeZone: 'UTC' }
  await db.mailAddress.update({ where: { email: partner.email }, data: night })
  await start({ audience: { recipients: [partner], theyAsked: true, bccMeYN: false } })
  await run()
  expect([(await mailsTo(email)).length, (await mailsTo(partner.email)).length]).toEqual([1, 0])
  await run(new Date(Date.now() + 3 * 3_600_000))
  expect([(await mailsTo(email)).length, (await mailsTo(partner.email)).length]).toEqual([1, 1])
})

test('made wider, a search may send what is new in it, and not what it has shown already', async () => {
  const { email, criteria, listings, start } = await aTown(1)
  const { id: searchId } = await start()
  await run()
  await db.outboxMail.updateMany({
    where: { recipient: email },
    data: { state: 'sent', subject: 'x', sentAt: new Date() },
  })
  const wider = await aTown(2)
  const widened = { ...criteria, postalCodes: [...criteria.postalCodes, ...wider.criteria.postalCodes] }
  expect(await as(agent).firstSend.count({ criteria: widened, searchId })).toMatchObject({ homes: 2 })
  const order = { searchId, name: 'Beach house', criteria: widened, basedOnVersion: 1 }
  expect(await as(agent).alerts.revise({ ...order, firstSend: true })).toMatchObject({ firstHomes: 2 })
  await run()
  const [first, second] = await mailsTo(email)
  expect([first?.listingIds, second?.listingIds.toSorted()]).toEqual([
    listings.map(({ id }) => id),
    wider.listings.map(({ id }) => id).toSorted(),
  ])
})

test('five who ask at once, and five runs at once, send it once', async () => {
  const { email, start } = await aTown(1)
  const { id: searchId } = await start({ firstSend: false })
  await as(agent).alerts.setActive({ searchId, active: false })
  const asked = await Promise.allSettled(Array.from({ length: 5 }, () => as(agent).firstSend.reactivate({ searchId })))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await Promise.all(Array.from({ length: 5 }, () => run()))
  expect(await mailsTo(email)).toHaveLength(1)
  expect(await db.savedSearch.findUnique({ where: { id: searchId } })).toMatchObject({
    activeYN: true,
    currentVersion: 2,
  })
})

test('who switched it off themselves is not greeted with a list', async () => {
  const { email, start } = await aTown(1)
  const { id: searchId } = await start({ firstSend: false })
  const { token } = await db.mailAddress.findUniqueOrThrow({ where: { email } })
  await as(null).alerts.setPreference({ token, searchId, active: false })
  await expect(as(agent).firstSend.reactivate({ searchId })).rejects.toThrow('switched this alert off themselves')
})
