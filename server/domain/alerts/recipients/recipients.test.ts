import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { composeAlert } from '../mails/compose-alert.ts'
import { matchInSql } from '../matching/match-in-sql.ts'
import { planAlerts } from '../run/plan-alerts.ts'

let db: RootDb
let agent: Person
let zip = 38_100
/** Each test has days of its own. */
let day = Date.parse('2027-03-20T00:00:00Z')

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, { fullName: 'Ada Lowell' }, db)
  await run(new Date('2027-01-01T00:00:00Z')) // the first run ever takes what is there as its baseline
  return own.close
})

const run = (slot: Date) =>
  planAlerts({ db, match: matchInSql, now: () => slot }, { jobRunId: crypto.randomUUID(), slot })

/** A time of a day of its own, on the coast's summer clocks. */
function aDay() {
  day += 10 * 86_400_000
  const start = day
  return (hours: number, daysLater = 0) => new Date(start + daysLater * 86_400_000 + (hours + 4) * 3_600_000)
}

const as = (person: Person | null) => callAs(person, { db })
const unique = () => crypto.randomUUID().slice(0, 8)

type Over = { bccMeYN?: boolean; recipients?: string[]; owner?: Person }

/** Ann Rivers looks in a zip code of her own; each of `recipients` was added to her search. */
async function aFamily({ bccMeYN = false, recipients = ['Bob Rivers'], owner = agent }: Over = {}) {
  zip += 1
  const postalCode = String(zip)
  const contact = await aContact(owner, { fullName: 'Ann Rivers' }, db)
  const { id: searchId } = await aSearch(owner, contact, { postalCodes: [postalCode] }, db)
  const people = recipients.map((name) => ({ name, email: `${unique()}@example.test`, kind: 'To' as const }))
  const set = (input: Partial<Parameters<ReturnType<typeof as>['recipients']['set']>[0]> = {}) =>
    as(owner).recipients.set({ searchId, recipients: people, theyAsked: true, bccMeYN, ...input })
  await set()
  const emails = people.map(({ email }) => email)
  await ensureAddresses(db, [contact.email ?? ''])
  const news = async () => {
    const home = await aPlacedListing({ postalCode }, db)
    await aListingEvent(home, {}, db)
    return home
  }
  return {
    contact,
    email: contact.email ?? '',
    searchId,
    postalCode,
    people,
    emails,
    partner: emails[0] ?? '',
    set,
    news,
  }
}

const mailsTo = (recipient: string) => db.alertMail.findMany({ where: { recipient }, orderBy: { slot: 'asc' } })
const tokenOf = async (email: string) => (await db.mailAddress.findUniqueOrThrow({ where: { email } })).token
const leave = async (email: string, searchId: string, active = false) =>
  as(null).alerts.setPreference({ token: await tokenOf(email), searchId, active })
const factsOf = async (contactId: string) =>
  (await db.timelineEntry.findMany({ where: { contactId }, orderBy: { id: 'asc' } })).map(({ summary }) => summary)

async function compose(recipient: string, at: Date) {
  const [mail] = await db.outboxMail.findMany({ where: { recipient, kind: 'alert' }, orderBy: { id: 'desc' }, take: 1 })
  if (!mail) throw new Error(`No mail for ${recipient}.`)
  const composed = await db.$transaction((tx) => composeAlert(tx, mail, at))
  return { mail, composed, send: 'send' in composed ? composed.send : null }
}

test('everybody on a search gets a mail of their own, with their own name, way out and link', async () => {
  const at = aDay()
  const { email, partner, news, contact } = await aFamily()
  await news()
  expect((await run(at(12))).run).toMatchObject({ matches: 1, planned: 2 })
  const [hers, his] = [await compose(email, at(12)), await compose(partner, at(12))]
  expect([hers.send?.text.split('\n')[0], his.send?.text.split('\n')[0]]).toEqual(['Hello Ann,', 'Hello Bob,'])
  expect(his.send?.headers?.['List-Unsubscribe']).toContain(await tokenOf(partner))
  expect(his.send?.html).not.toContain(await tokenOf(email))
  expect(his.send?.text).toContain('You get this because you were added to a home search of Ann Rivers.')
  expect(his.mail.contactId).toBe(contact.id)
})

test('who was added is told by whom in the first mail, and never again', async () => {
  const at = aDay()
  const { email, partner, news } = await aFamily()
  await news()
  await run(at(12))
  const words = 'Ada Lowell added you to “A search”, a home search of Ann Rivers.'
  const first = await compose(partner, at(12))
  for (const content of [first.send?.html, first.send?.text]) expect(content).toContain(words)
  expect((await compose(email, at(12))).send?.text).not.toContain('added you')
  await db.outboxMail.update({ where: { id: first.mail.id }, data: { state: 'sent', sentAt: at(12), subject: 'x' } })
  await news()
  await run(at(13))
  expect((await compose(partner, at(13))).send?.text).not.toContain('added you')
})

test('somebody whom three searches reach, one of them as further recipient, gets one mail', async () => {
  const at = aDay()
  const { partner, postalCode, news } = await aFamily()
  const himself = await aContact(agent, { fullName: 'Bob Rivers', email: partner.toUpperCase() }, db)
  await aSearch(agent, himself, { postalCodes: [postalCode] }, db)
  await aSearch(agent, himself, { postalCodes: [postalCode] }, db)
  await news()
  expect((await run(at(12))).run).toMatchObject({ planned: 2 })
  const mails = await mailsTo(partner)
  expect(mails.map(({ role, searchIds }) => [role, searchIds.length])).toEqual([['person', 3]])
})

test('who leaves a search leaves alone: the others go on, the agent reads when, and only they can come back', async () => {
  const at = aDay()
  const { contact, email, searchId, partner, news, set } = await aFamily({ recipients: ['Bob Rivers', 'Cy Rivers'] })
  await leave(partner, searchId)
  await news()
  expect((await run(at(12))).run).toMatchObject({ planned: 2 })
  expect([(await mailsTo(email)).length, (await mailsTo(partner)).length]).toEqual([1, 0])
  expect(await factsOf(contact.id)).toContain('Bob Rivers left “A search”; nobody else did')
  const { recipients } = await as(agent).alerts.byId({ searchId })
  expect(recipients.map(({ name, leftAt }) => [name, leftAt !== null])).toEqual([
    ['Bob Rivers', true],
    ['Cy Rivers', false],
  ])
  await expect(set()).rejects.toThrow(/Bob Rivers left on .* Only they can come back/)

  await leave(partner, searchId, true)
  await news()
  await run(at(13))
  expect(await mailsTo(partner)).toHaveLength(1)
})

test('a contact who leaves keeps the others on it; when the last has left, the alert is off', async () => {
  const at = aDay()
  const { email, searchId, partner, news } = await aFamily()
  await leave(email, searchId)
  await news()
  await run(at(12))
  expect([(await mailsTo(email)).length, (await mailsTo(partner)).length]).toEqual([0, 1])
  expect((await as(null).alerts.preferences({ token: await tokenOf(email) })).searches).toMatchObject([
    { id: searchId, activeYN: false },
  ])
  await leave(partner, searchId)
  expect(await db.savedSearch.findUnique({ where: { id: searchId } })).toMatchObject({
    ...{ activeYN: false, reason: 'ClientDisabled' },
  })
  await leave(email, searchId, true)
  await news()
  await run(at(13))
  expect([(await mailsTo(email)).length, (await mailsTo(partner)).length]).toEqual([1, 1])
})

test('"stop everything", a no to a home and a pause are each person’s own', async () => {
  const at = aDay()
  const { contact, email, searchId, emails, news } = await aFamily({ recipients: ['Bob', 'Cy', 'Dee'] })
  const [bob = '', cy = '', dee = ''] = emails
  const home = await news()
  await as(null).alerts.stopEverything({ token: await tokenOf(bob), stopped: true })
  const verdict = { listingId: home.id, verdict: 'Discard', origin: 'portal' } as const
  await as(null).portal.setVerdict({ token: await tokenOf(cy), ...verdict })
  await callAs(null, { db, now: () => at(11) }).portal.pause({ token: await tokenOf(dee), searchId, paused: true })
  await run(at(12))
  expect((await compose(bob, at(12))).composed).toEqual({ suppress: 'unsubscribed' })
  expect(await Promise.all([email, cy, dee].map(async (one) => (await mailsTo(one)).length))).toEqual([1, 0, 0])
  expect((await compose(email, at(12))).send).not.toBeNull()
  expect(await factsOf(contact.id)).toContain('Bob asked for no more alert mails')
})

test('each sleeps for themselves: one is told at once, the other in the morning, where they live', async () => {
  const at = aDay()
  const { email, partner, news } = await aFamily()
  await db.mailAddress.update({
    where: { email: partner },
    data: { timeZone: 'America/Los_Angeles', quietFrom: 21 * 60, quietTo: 7 * 60 },
  })
  await news()
  await run(at(9)) // six in the morning on the other coast
  expect([(await mailsTo(email)).length, (await mailsTo(partner)).length]).toEqual([1, 0])
  await run(at(10))
  expect([(await mailsTo(email)).length, (await mailsTo(partner)).length]).toEqual([1, 1])
  await news()
  await run(at(9, 1))
  await leave(partner, (await mailsTo(partner))[0]?.searchIds[0] ?? '')
  await run(at(10, 1))
  expect(await mailsTo(partner)).toHaveLength(1)
})

test('an agent’s word lets it out to everybody, also when one of them has said no to it', async () => {
  const at = aDay()
  const { email, searchId, partner, news } = await aFamily()
  await as(agent).rhythm.set({ searchId, cadence: 'Instant', conciergeYN: true })
  const home = await news()
  const verdict = { listingId: home.id, verdict: 'Discard', origin: 'portal' } as const
  await as(null).portal.setVerdict({ token: await tokenOf(email), ...verdict })
  await run(at(12))
  const holds = await db.alertHold.findMany({ where: { searchId } })
  expect(holds).toMatchObject([{ reason: 'approval', recipient: null }])
  await callAs(agent, { db, now: () => at(12) }).rhythm.approve({ holdId: holds[0]?.id ?? '' })
  await run(at(13))
  expect([(await mailsTo(email)).length, (await mailsTo(partner)).length]).toEqual([0, 1])
})

test('a copy says so, tells what the client gets, and has nothing that could hurt the client', async () => {
  const at = aDay()
  const owner = await anAgent(agent.officeId, { fullName: 'Max Cole' }, db)
  const { contact, email, searchId, news } = await aFamily({ bccMeYN: true, recipients: [], owner })
  const other = await aFamily({ bccMeYN: true, recipients: [], owner })
  const home = await news()
  await other.news()
  expect((await run(at(12))).run).toMatchObject({ planned: 3 })
  const { mail, send } = await compose(owner.email, at(12))
  expect(mail.contactId).toBeNull()
  expect(send?.subject).toMatch(/^Copy: 2 homes for you/)
  expect(send?.text).toContain('You get a copy of what Ann Rivers gets.')
  expect(send?.headers).toEqual({ 'Auto-Submitted': 'auto-generated' })
  for (const token of [await tokenOf(email), await tokenOf(owner.email)]) {
    expect(`${send?.html}${send?.text}`).not.toContain(token)
  }
  expect(send?.text).toContain('/alerts/')
  expect(send?.text).toContain(home.listingId)
  // It is no mail to the client: neither on their page nor in any count of what they did.
  expect(await as(owner).alerts.homesShown({ contactId: contact.id })).toEqual([])
  await as(owner).recipients.set({ searchId, recipients: [], theyAsked: false, bccMeYN: false })
  await other.set({ bccMeYN: false })
  expect((await compose(owner.email, at(12))).composed).toEqual({ suppress: 'copy-off' })
})

test('an agent adds nobody who did not ask for it, no sixth person, not the contact, and nobody elsewhere', async () => {
  const { contact, email, searchId, set } = await aFamily({ recipients: [] })
  const six = Array.from({ length: 6 }, (_, index) => ({
    name: 'X',
    email: `${index}@example.test`,
    kind: 'Cc' as const,
  }))
  await expect(set({ recipients: six })).rejects.toThrow('5 further people at most')
  await expect(set({ recipients: six.slice(0, 1), theyAsked: false })).rejects.toThrow('Tick that they asked')
  const herself = { name: 'Ann', email, kind: 'To' as const }
  await expect(set({ recipients: [herself] })).rejects.toThrow('own address')
  const stranger = await anAgent((await anOffice({}, db)).id, {}, db)
  const order = { searchId, recipients: six.slice(0, 1), theyAsked: true, bccMeYN: false }
  await expect(as(stranger).recipients.set(order)).rejects.toThrow('This alert')
  await set({ recipients: six.slice(0, 2) })
  await set({ recipients: six.slice(1, 2), theyAsked: false })
  const kept = await db.searchRecipient.findMany({ where: { searchId }, orderBy: { email: 'asc' } })
  expect(kept.map(({ removedAt, addedById, consentText }) => [removedAt !== null, addedById, consentText])).toEqual([
    [true, agent.id, 'They asked me to get these mails'],
    [false, agent.id, 'They asked me to get these mails'],
  ])
  expect((await factsOf(contact.id)).slice(-1)).toEqual(['X gets “A search” no more'])
})

test('who was added sees in their own place who set it up and for whom, and gets a lost link mailed', async () => {
  const { partner, searchId } = await aFamily()
  const { searches } = await as(null).alerts.preferences({ token: await tokenOf(partner) })
  expect(searches).toMatchObject([{ id: searchId, activeYN: true, added: { by: 'Ada Lowell', to: 'Ann Rivers' } }])
  await as(null).portal.requestLink({ email: partner })
  expect(await db.outboxMail.count({ where: { recipient: partner, kind: 'portal-link' } })).toBe(1)
})

test('why, why not and the next mail know each person on a search', async () => {
  const at = aDay()
  const { contact, searchId, emails, news } = await aFamily({ recipients: ['Bob', 'Cy', 'Dee'] })
  const [bob = '', cy = '', dee = ''] = emails
  await leave(cy, searchId)
  await as(null).alerts.stopEverything({ token: await tokenOf(dee), stopped: true })
  const home = await news()
  expect(await as(agent).alerts.nextMail({ contactId: contact.id })).toMatchObject({ alsoTo: ['Bob', 'Dee'] })
  await db.mailAddress.update({ where: { email: bob }, data: { quietFrom: 0, quietTo: 1_439, timeZone: 'UTC' } })
  await run(at(12))
  const whyNow = async () => (await as(agent).alerts.whyHome({ contactId: contact.id, listingId: home.id })).searches[0]
  const answers = await whyNow()
  expect(answers).toMatchObject({ answer: 'told', told: { mail: { state: 'queued' } } })
  // Two who were added in one millisecond stand in either order.
  expect(answers?.others.map(({ name, stopped, why }) => [name, stopped, why.answer]).toSorted()).toEqual([
    ['Bob', null, 'waits'],
    ['Cy', null, 'left'],
    ['Dee', 'unsubscribed', 'told'],
  ])
  await leave(contact.email ?? '', searchId)
  expect(await as(agent).alerts.nextMail({ contactId: contact.id })).toMatchObject({ searches: 0, alsoTo: [] })
})
