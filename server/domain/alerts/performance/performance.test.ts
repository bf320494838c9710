import { beforeAll, expect, test } from 'vitest'
import { type Db, db } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Contact, Office, Person } from '#server/generated/prisma/client.ts'
import type { MailEventKind } from '#server/generated/prisma/enums.ts'
import { aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'

/** A Wednesday, at noon in New York. */
const NOW = new Date('2026-11-18T17:00:00Z')
const DAY_MS = 86_400_000
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS)
const performanceOf = (person: Person) => callAs(person, { now: () => NOW }).alerts.performance()

let office: Office
let runId: string
beforeAll(async () => {
  office = await anOffice()
  const counts = { horizonAgeMs: 0, events: 0, changed: 0, searches: 0, matches: 0, people: 0, planned: 0, matchMs: 0 }
  const run = {
    jobRunId: crypto.randomUUID(),
    slot: new Date(Date.now() + Math.random() * 1e9),
    feedFrom: 0,
    feedTo: 0,
  }
  runId = (await db.alertRun.create({ data: { ...run, ...counts } })).id
})

type Told = {
  to: Contact
  because: string[]
  of?: string
  at: Date
  events?: MailEventKind[]
  state?: 'sent' | 'failed'
}

async function aMail({ to, because, of = crypto.randomUUID(), at, events = [], state = 'sent' }: Told) {
  const id = crypto.randomUUID()
  const recipient = to.email ?? ''
  const lines = because.map(() => crypto.randomUUID())
  await db.outboxMail.create({
    data: {
      ...{ id, kind: 'alert', recipient, contactId: to.id, dedupeKey: id, messageId: id, state, sentAt: at },
      ...{ subject: 'New: 3 Osprey Court', body: { create: { html: '', text: 'x' } } },
      alertMail: {
        create: {
          ...{ runId, slot: at, recipient, searchIds: because, versions: because.map(() => 1), eventIds: lines },
          ...{ listingIds: because.map(() => of), kinds: because.map(() => 'New' as const) },
        },
      },
      events: {
        create: events.map((kind, index) => ({
          ...{ kind, providerEventId: `${id}:${index}`, occurredAt: at, recordedAt: at },
        })),
      },
    },
  })
}

const someone = async () => {
  const agent = await anAgent(office.id)
  const contact = await aContact(agent)
  return { agent, contact, search: await aSearch(agent, contact, { postalCodes: ['29401'] }, db) }
}
const verdict = async (tx: Db, { email }: Contact, listingId: string, decidedAt: Date) => {
  await ensureAddresses(tx, [email ?? ''])
  await tx.contactListing.create({
    data: { email: email ?? '', listingId, preference: 'Favorite', decidedAt, origin: 'portal' },
  })
}

test('each mail counts in the week in New York that it left in, once for each thing that became of it', async () => {
  const { agent, contact, search } = await someone()
  const home = await aPlacedListing({}, db)
  const told = { to: contact, because: [search.id, search.id] }
  const lastSunday = new Date('2026-11-16T04:59:00Z')
  await aMail({ ...told, at: lastSunday, events: ['delivered', 'opened', 'opened', 'clicked', 'clicked'] })
  await aMail({ ...told, at: new Date('2026-11-16T05:01:00Z'), of: home.id, events: ['clicked'] })
  await aMail({ ...told, at: ago(0.1), of: home.id, events: ['bounced'] })
  await aMail({ ...told, at: ago(1), state: 'failed' })
  await aMail({ ...told, at: ago(200) })
  // Said between the two mails: an answer to the first alone.
  await verdict(db, contact, home.id, ago(1))

  const { weeks, isTold } = await performanceOf(agent)
  expect(isTold).toBe(true)
  expect(weeks).toHaveLength(12)
  expect(weeks[0]).toEqual({
    week: '2026-08-31',
    sent: 0,
    delivered: 0,
    opened: 0,
    clicked: 0,
    answered: 0,
    visited: 0,
    inquired: 0,
  })
  expect(weeks.slice(-2)).toEqual([
    { week: '2026-11-09', sent: 1, delivered: 1, opened: 1, clicked: 1, answered: 0, visited: 0, inquired: 0 },
    // Whose link was followed has arrived, even if nobody said so.
    { week: '2026-11-16', sent: 2, delivered: 1, opened: 0, clicked: 1, answered: 1, visited: 0, inquired: 0 },
  ])
})

test('searches are ranked by how often they lead to something, from five mails on, and each against their average', async () => {
  const { agent, contact, search: liked } = await someone()
  const anotherSearch = () => aSearch(agent, contact, { postalCodes: ['29402'] }, db)
  const [plain, ignored, young] = [await anotherSearch(), await anotherSearch(), await anotherSearch()]
  const mails = (because: string[], count: number, clicks: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ to: contact, because, at: new Date(ago(3).getTime() + (index + 10 * clicks + count) * 60_000) },
      events: index < clicks ? ['clicked' as const] : [],
    }))
  const all = [
    ...mails([liked.id, liked.id], 5, 4),
    ...mails([plain.id], 5, 1),
    ...mails([ignored.id], 6, 0),
    ...mails([young.id], 4, 3),
  ]
  for (const mail of all) await aMail(mail)

  const { best, worst, judged } = await performanceOf(agent)
  expect(judged).toBe(3)
  expect(best).toMatchObject([{ searchId: liked.id, mails: 5, clicked: 4, answered: 0, share: 0.8 }])
  expect(worst).toMatchObject([
    { searchId: ignored.id, mails: 6, clicked: 0, share: 0 },
    { searchId: plain.id, mails: 5, clicked: 1, share: 0.2 },
  ])
})

test("an agent sees no other agent's people, though one address be both's; their manager sees all of them", async () => {
  const { agent, contact, search } = await someone()
  const colleague = await anAgent(office.id)
  const same = await aContact(colleague, { email: contact.email })
  const theirs = await aSearch(colleague, same, { postalCodes: ['29403'] }, db)
  for (let index = 0; index < 5; index += 1) {
    const at = new Date(ago(2).getTime() + index * 60_000)
    await aMail({ to: contact, because: [search.id, theirs.id], at, events: ['clicked'] })
  }
  const ids = ({ best, worst }: Awaited<ReturnType<typeof performanceOf>>) =>
    [...best, ...worst].map((row) => row.searchId)
  expect(ids(await performanceOf(agent))).toEqual([search.id])
  expect((await performanceOf(colleague)).weeks.at(-1)?.sent).toBe(0)
  expect(await performanceOf(colleague)).toMatchObject({ isTold: false, best: [], worst: [], judged: 0 })
  const manager = await anAgent(office.id, { role: 'manager' })
  expect((await performanceOf(manager)).weeks).toHaveLength(4)
  expect(ids(await performanceOf(manager))).toEqual(expect.arrayContaining([search.id, theirs.id]))
})

test('looks and questions count for the mail that told of the home, and lead to the rows behind them', async () => {
  const { agent, contact, search } = await someone()
  const home = await aPlacedListing({}, db)
  const told = { to: contact, because: [search.id], of: home.id }
  await aMail({ ...told, at: ago(8) })
  await aMail({ ...told, at: ago(1) })
  const email = contact.email ?? ''
  await ensureAddresses(db, [email])
  const mails = await db.outboxMail.findMany({ where: { recipient: email }, orderBy: { sentAt: 'desc' } })
  const looked = { email, listingId: home.id, mailId: mails[0]?.id ?? null, visitedAt: ago(0.5) }
  await db.homeVisit.createMany({ data: [looked, { ...looked, visitedAt: ago(0.2) }] })
  const question = { kind: 'Question' as const, raw: {}, fullName: 'Nora Hale', email, proposedTimes: [] }
  await db.inquiry.create({
    data: { ...question, requestKey: crypto.randomUUID(), listingId: home.id, receivedAt: ago(3) },
  })

  const { weeks } = await performanceOf(agent)
  expect(weeks.slice(-2)).toMatchObject([
    { sent: 1, visited: 0, inquired: 1 },
    { sent: 1, visited: 1, inquired: 0 },
  ])
  const rowsOf = (person: Person, what: 'looks' | 'questions') =>
    callAs(person, { now: () => NOW }).alerts.ledTo({ what })
  expect(await rowsOf(agent, 'looks')).toMatchObject([
    { contactId: contact.id, listingId: home.id, mailId: mails[0]?.id, at: ago(0.2) },
    { at: ago(0.5) },
  ])
  expect(await rowsOf(agent, 'questions')).toMatchObject([{ contactId: contact.id, mailId: mails[1]?.id, at: ago(3) }])
  expect(await rowsOf(await anAgent(office.id), 'looks')).toEqual([])
})
