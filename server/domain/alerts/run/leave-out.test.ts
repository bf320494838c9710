import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { composeAlert } from '#server/domain/alerts/mails/compose-alert.ts'
import { matchInSql } from '#server/domain/alerts/matching/match-in-sql.ts'
import type { Verdict } from '#server/domain/alerts/portal/portal.words.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Listing, Person } from '#server/generated/prisma/client.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'

let db: RootDb
let agent: Person
let zip = 39_500
let tick = 0

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  await run()
  return own.close
})

const run = () => {
  const slot = new Date(Date.UTC(2026, 10, 1) + ++tick * 900_000)
  return planAlerts({ db, match: matchInSql, now: () => new Date() }, { jobRunId: crypto.randomUUID(), slot })
}

/** Two people who look in one place of their own, with the link of each; the first has two searches. */
async function twoBuyers() {
  zip += 1
  const postalCode = String(zip)
  const aBuyer = async () => {
    const contact = await aContact(agent, {}, db)
    const email = contact.email ?? ''
    const { id: searchId } = await aSearch(agent, contact, { postalCodes: [postalCode] }, db)
    await ensureAddresses(db, [email])
    const { token } = await db.mailAddress.findUniqueOrThrow({ where: { email } })
    return { email, token, searchId, contact }
  }
  const [first, second] = [await aBuyer(), await aBuyer()]
  const aHome = () => aPlacedListing({ postalCode }, db)
  return { first, second, homes: [await aHome(), await aHome()] as const }
}
const say = (token: string, { id: listingId }: Listing, verdict: Verdict | null) =>
  callAs(null, { db }).portal.setVerdict({ token, listingId, verdict, origin: 'portal' })
const happens = (...homes: Listing[]) => Promise.all(homes.map((home) => aListingEvent(home, {}, db)))
const toldTo = async (email: string) =>
  (await db.alertMail.findMany({ where: { recipient: email }, orderBy: { slot: 'asc' } })).map(
    ({ listingIds }) => listingIds,
  )
const compose = async (email: string) => {
  const mail = await db.outboxMail.findFirstOrThrow({ where: { recipient: email, kind: 'alert' } })
  return composeAlert(db, mail, new Date())
}

test('a home that was said no to is never told again to that person, and still to everybody else', async () => {
  const { first, second, homes } = await twoBuyers()
  const [no, other] = homes
  await say(first.token, no, 'Discard')
  await happens(no, other)
  await run()
  expect(await toldTo(first.email)).toEqual([[other.id]])
  expect((await toldTo(second.email))[0]?.toSorted()).toEqual([no.id, other.id].toSorted())

  await happens(no)
  await run()
  expect(await toldTo(first.email)).toHaveLength(1)
  expect(await toldTo(second.email)).toHaveLength(2)
})

test('a no counts for the person, whichever contact or case of the address a search hangs on, until it is taken back', async () => {
  const { first, homes } = await twoBuyers()
  const [no] = homes
  const twin = await aContact(agent, { email: first.email.toUpperCase() }, db)
  await aSearch(agent, twin, { postalCodes: [no.postalCode] }, db)
  await say(first.token, no, 'Discard')
  await happens(no)
  await run()
  expect(await toldTo(first.email)).toEqual([])
  await say(first.token, no, null)
  await happens(no)
  await run()
  expect(await toldTo(first.email)).toMatchObject([[no.id, no.id]])
})

test('a search that rests tells nothing, and wakes by itself', async () => {
  const { first, second, homes } = await twoBuyers()
  const [home] = homes
  await callAs(null, { db }).portal.pause({ token: first.token, searchId: first.searchId, paused: true })
  await happens(home)
  await run()
  expect([await toldTo(first.email), await toldTo(second.email)]).toEqual([[], [[home.id]]])
  const past = new Date(Date.now() - 1_000)
  await db.savedSearch.update({ where: { id: first.searchId }, data: { pausedUntil: past } })
  await happens(home)
  await run()
  expect(await toldTo(first.email)).toEqual([[home.id]])
})

test('what was said after the mail was planned counts when it leaves', async () => {
  const { first, second, homes } = await twoBuyers()
  const [no, other] = homes
  await happens(no, other)
  await run()
  await say(first.token, no, 'Discard')
  const composed = await compose(first.email)
  const text = 'send' in composed ? composed.send.text : ''
  expect([text.includes(no.listingId), text.includes(other.listingId)]).toEqual([false, true])
  await say(first.token, other, 'Discard')
  expect(await compose(first.email)).toEqual({ suppress: 'home-discarded' })
  await callAs(null, { db }).portal.pause({ token: second.token, searchId: second.searchId, paused: true })
  expect(await compose(second.email)).toEqual({ suppress: 'search-paused' })
})

test('a mail’s links carry the key of its person, and the copy that is kept does not', async () => {
  const { first, homes } = await twoBuyers()
  await happens(homes[0])
  await run()
  const composed = await compose(first.email)
  if (!('send' in composed)) throw new Error('held back')
  const { html, text, kept } = composed.send
  for (const sent of [html, text]) expect(sent).toContain(`?t=${first.token}`)
  for (const copy of [kept?.html, kept?.text]) {
    expect(copy).toContain('?t=used-or-hidden')
    expect(copy).not.toContain(first.token)
  }
})
