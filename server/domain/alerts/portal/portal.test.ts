import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { answerUnsubscribe } from '#server/domain/alerts/unsubscribe.http.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Contact, Listing, Person } from '#server/generated/prisma/client.ts'
import { composeMail } from '#server/mail-composers.ts'
import { aListingEvent, aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, aListing, anAgent, anOffice } from '#server/testing/factories.ts'

const notFound = { code: 'NOT_FOUND' }
const visitor = callAs(null).portal

let agent: Person
let contact: Contact
let email: string
let searchId: string
let token: string

const tokenOf = async (address: string) => {
  await ensureAddresses(db, [address])
  return (await db.mailAddress.findUniqueOrThrow({ where: { email: address } })).token
}

/** A mail that told the contact of these homes, as it is after it has left. */
async function told(...homes: Listing[]) {
  const [id, slot] = [crypto.randomUUID(), new Date()]
  const counts = { horizonAgeMs: 0, events: 1, changed: 1, searches: 1, matches: 1, people: 1, planned: 1, matchMs: 1 }
  const order = { jobRunId: id, slot: new Date(Date.UTC(2030, 0, 1) + Math.random() * 1e12), feedFrom: 0, feedTo: 0 }
  const run = await db.alertRun.create({ data: { ...order, ...counts } })
  const events = await Promise.all(homes.map((home) => aListingEvent(home, {}, db)))
  const mail = {
    kind: 'alert',
    recipient: email,
    contactId: contact.id,
    dedupeKey: id,
    messageId: id,
    state: 'sent',
  } as const
  await db.outboxMail.create({ data: { ...mail, id, sentAt: slot, subject: 'New homes' } })
  await db.alertMail.create({
    data: {
      ...{ id, runId: run.id, slot: run.slot, recipient: email },
      searchIds: homes.map(() => searchId),
      versions: homes.map(() => 1),
      eventIds: events.map((event) => event.id),
      listingIds: homes.map((home) => home.id),
      kinds: homes.map(() => 'New' as const),
    },
  })
}

beforeEach(async () => {
  agent = await anAgent((await anOffice()).id)
  contact = await aContact(agent)
  email = contact.email ?? ''
  searchId = (await aSearch(agent, contact, {}, db)).id
  token = await tokenOf(email)
})

describe('the homes of a link', () => {
  test('are those its person was told about, as they stand now, with the price they were told at', async () => {
    const [home, other] = [await aListing(), await aListing()]
    await told(home)
    await db.listing.update({
      where: { id: home.id },
      data: { listPriceCents: 40_000_000n, standardStatus: 'Pending' },
    })
    const homes = await visitor.homes({ token })
    expect(homes).toMatchObject([
      { id: home.id, toldPriceCents: 42_500_000, listPriceCents: 40_000_000, standardStatus: 'Pending', verdict: null },
    ])
    expect(homes.map(({ id }) => id)).not.toContain(other.id)
    expect(await visitor.homes({ token: await tokenOf('nobody@example.test') })).toEqual([])
  })

  test('hold no street that its seller withholds, and no home that is shown to nobody', async () => {
    const hidden = await aListing({ internetAddressDisplayYN: false, streetAddress: '7 Secret Lane' })
    const offline = await aListing({ internetEntireListingDisplayYN: false })
    await told(hidden, offline)
    const homes = await visitor.homes({ token })
    expect(homes).toMatchObject([{ id: hidden.id, streetAddress: null, unitNumber: null }])
    expect(JSON.stringify(homes)).not.toContain('Secret')
    const about = { token, listingId: offline.id, verdict: 'Favorite', origin: 'home' } as const
    await expect(visitor.setVerdict(about)).rejects.toMatchObject(notFound)
  })
})

describe('a verdict', () => {
  const say = (listingId: string, verdict: 'Favorite' | 'Discard' | null) =>
    visitor.setVerdict({ token, listingId, verdict, origin: 'home' })

  test('is kept once, can be changed and taken back, and is this person’s alone', async () => {
    const home = await aListing()
    await Promise.all(Array.from({ length: 4 }, () => say(home.id, 'Discard')))
    await say(home.id, 'Favorite')
    expect(await visitor.homes({ token })).toMatchObject([{ id: home.id, verdict: 'Favorite', toldAt: null }])
    const { listingKey } = home
    expect(await visitor.verdict({ token, listingKey })).toEqual({ listingId: home.id, verdict: 'Favorite' })
    const stranger = await tokenOf(`${crypto.randomUUID()}@example.test`)
    expect(await visitor.verdict({ token: stranger, listingKey })).toMatchObject({ verdict: null })
    await say(home.id, null)
    expect(await visitor.homes({ token })).toEqual([])
  })

  test('is seen by the agent beside the homes that were shown, a favourite on the timeline once, and by no stranger', async () => {
    const homes = await Promise.all(
      [4_000, 4_100, 3_900, 4_200, 12_000, 13_000].map((lotSizeSquareFeet) => aListing({ lotSizeSquareFeet })),
    )
    await told(...homes)
    for (const { id } of homes.slice(0, 4)) await say(id, 'Discard')
    for (const { id } of homes.slice(4)) await say(id, 'Favorite')
    const elsewhere = await aListing()
    await say(elsewhere.id, 'Favorite')

    const seen = await callAs(agent).portal.verdictsOf({ contactId: contact.id })
    expect(seen.pattern).toEqual({ rejected: 4, shown: 6, reasons: ['lot too small'] })
    expect(seen.verdicts).toHaveLength(6)
    const facts = await db.timelineEntry.findMany({ where: { contactId: contact.id, kind: 'home.favorite' } })
    expect(facts).toHaveLength(3)

    // Whoever sets up a contact with somebody's address learns nothing of them.
    const rival = await anAgent((await anOffice()).id)
    const copy = await aContact(rival, { email })
    expect(await callAs(rival).portal.verdictsOf({ contactId: copy.id })).toEqual({ verdicts: [], pattern: null })
    await expect(callAs(rival).portal.verdictsOf({ contactId: contact.id })).rejects.toMatchObject(notFound)
  })
})

describe('a lost link', () => {
  const mails = () => db.outboxMail.findMany({ where: { recipient: email, kind: 'portal-link' } })

  test('is mailed to who is known, three times in a while, and the answer tells nobody which', async () => {
    const answers = []
    for (const asked of [email.toUpperCase(), 'nobody@example.test', email, email, email])
      answers.push(await visitor.requestLink({ email: asked }))
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"asked":true}']))
    expect(await mails()).toHaveLength(3)
    expect(await db.outboxMail.count({ where: { recipient: 'nobody@example.test' } })).toBe(0)
  })

  test('arrives also at who wants no alerts, not where mails bounced, and the kept copy opens nothing', async () => {
    await visitor.requestLink({ email })
    const [mail] = await mails()
    if (!mail) throw new Error('no mail')
    const stopped = (suppressionReason: string) =>
      db.mailAddress.update({ where: { email }, data: { suppressedAt: new Date(), suppressionReason } })
    await stopped('unsubscribed')
    const composed = await composeMail(db, mail, new Date())
    if (!('send' in composed)) throw new Error('held back')
    expect(composed.send.text).toContain(`/preferences/${token}`)
    expect(JSON.stringify(composed.send.kept)).not.toContain(token)
    await stopped('bounced')
    expect(await composeMail(db, mail, new Date())).toEqual({ suppress: 'bounced' })
  })

  test('that came into wrong hands is taken back: it opens and starts nothing, and still stops the mails', async () => {
    await visitor.renewLink({ token })
    expect(await mails()).toHaveLength(1)
    for (const opened of [
      visitor.homes({ token }),
      visitor.renewLink({ token }),
      callAs(null).alerts.preferences({ token }),
    ])
      await expect(opened).rejects.toMatchObject(notFound)
    const { token: fresh } = await db.mailAddress.findUniqueOrThrow({ where: { email } })
    expect(fresh).not.toBe(token)
    expect(await visitor.homes({ token: fresh })).toEqual([])

    const click = new Request(`http://localhost/api/unsubscribe/${token}`, { method: 'POST' })
    expect((await answerUnsubscribe(db, click, token)).status).toBe(200)
    expect(await callAs(null).alerts.preferences({ token: fresh })).toMatchObject({ stoppedReason: 'unsubscribed' })
    const start = callAs(null).alerts.stopEverything({ token, stopped: false })
    await expect(start).rejects.toMatchObject(notFound)
  })
})

test('a pause is a month of one search, of one’s own, and its agent sees it', async () => {
  const { alerts } = callAs(null)
  await visitor.pause({ token, searchId, paused: true })
  const [search] = (await alerts.preferences({ token })).searches
  const days = (Number(search?.pausedUntil) - Date.now()) / 86_400_000
  expect([search?.activeYN, Math.round(days)]).toEqual([true, 30])
  expect((await callAs(agent).alerts.byId({ searchId })).pausedUntil).toEqual(search?.pausedUntil)
  const theirs = await aSearch(agent, await aContact(agent), {}, db)
  await expect(visitor.pause({ token, searchId: theirs.id, paused: true })).rejects.toMatchObject(notFound)
  await alerts.setPreference({ token, searchId, active: true })
  expect((await alerts.preferences({ token })).searches).toMatchObject([{ pausedUntil: null }])
})
