import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Contact, Office, Person } from '#server/generated/prisma/client.ts'
import type { MailEventKind } from '#server/generated/prisma/enums.ts'
import { aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { actorOf, callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { countWeeks, findFirstMonday } from './performance.sql.ts'
import { countWeek, pickWeeks } from './weeks.service.ts'

let db: RootDb
let offices: Office[]
let people: { agent: Person; contact: Contact; searchId: string }[]
let admin: Person
let homeId: string

/** A Wednesday in New York; its clocks went back two weeks before. */
const NOW = new Date('2026-11-18T17:00:00Z')
const WEEK_MS = 7 * 86_400_000
const ago = (weeks: number, minutes = 0) => new Date(NOW.getTime() - weeks * WEEK_MS - minutes * 60_000)
const night = (at: Date) => ({ db, now: () => at })

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  offices = [await anOffice({}, db), await anOffice({}, db)]
  people = []
  for (const office of offices) {
    const agent = await anAgent(office.id, {}, db)
    const contact = await aContact(agent, {}, db)
    await ensureAddresses(db, [contact.email ?? ''])
    people.push({ agent, contact, searchId: (await aSearch(agent, contact, {}, db)).id })
  }
  admin = await anAgent(offices[0]?.id ?? '', { role: 'admin' }, db)
  homeId = (await aPlacedListing({}, db)).id
  return own.close
})

/** A mail that left at `at`, an hour after its run, and what was heard of it at once. */
async function aMail(who: number, at: Date, events: MailEventKind[]) {
  const { contact, searchId } = people[who] ?? {}
  if (!contact || !searchId) throw new Error('nobody')
  const id = crypto.randomUUID()
  const startedAt = new Date(at.getTime() - 3_600_000)
  const counts = { horizonAgeMs: 0, events: 0, changed: 0, searches: 0, matches: 0, people: 0, planned: 0, matchMs: 0 }
  const slot = new Date(startedAt.getTime() + Math.random() * 60_000)
  const run = await db.alertRun.create({ data: { jobRunId: id, slot, startedAt, feedFrom: 0, feedTo: 0, ...counts } })
  const recipient = contact.email ?? ''
  await db.outboxMail.create({
    data: {
      ...{
        id,
        kind: 'alert',
        recipient,
        contactId: contact.id,
        dedupeKey: id,
        messageId: id,
        state: 'sent',
        sentAt: at,
      },
      ...{ subject: 'New: 3 Osprey Court', body: { create: { html: '', text: 'x' } } },
      alertMail: {
        create: {
          ...{ runId: run.id, slot, recipient, searchIds: [searchId], versions: [1] },
          ...{ eventIds: [crypto.randomUUID()], listingIds: [homeId], kinds: ['New'] },
        },
      },
    },
  })
  await hear(id, at, events)
  return id
}
const hear = (mailId: string, at: Date, events: MailEventKind[]) =>
  db.mailEvent.createMany({
    data: events.map((kind) => ({
      ...{ mailId, kind, providerEventId: crypto.randomUUID(), occurredAt: at, recordedAt: at },
    })),
  })

async function countNight(at: Date) {
  const { mondays, at: moment } = await pickWeeks(night(at))
  for (const monday of mondays) await countWeek(night(at), { at: moment, monday })
  return mondays
}
const recount = async (who: Person, weeks: number) => {
  const from = await findFirstMonday(db, { now: NOW, weeks })
  return countWeeks(db, actorOf(who), { from, now: NOW })
}
const yearOf = async (who: Person) =>
  (await callAs(who, { db, now: () => NOW }).alerts.performance({ weeks: 52 })).weeks

test('the year that nights have counted is the year that a plain recount finds, for the firm, an office and an agent', async () => {
  // On both sides of midnight between Sunday and Monday in New York, in summer time and after it.
  const edges = ['2026-07-06T03:59:59Z', '2026-07-06T04:00:00Z', '2026-11-09T04:59:59Z', '2026-11-09T05:00:00Z']
  for (const [index, edge] of edges.entries()) await aMail(index % 2, new Date(edge), ['delivered'])
  for (const weeks of [0, 1, 3, 5, 6, 20, 51]) {
    await aMail(0, ago(weeks), ['delivered', 'opened', 'clicked', 'clicked'])
    await aMail(weeks % 2, ago(weeks, 50), weeks % 2 ? ['delivered'] : [])
  }
  expect(await countNight(NOW)).toHaveLength(53)
  const manager = await anAgent(offices[1]?.id ?? '', { role: 'manager' }, db)
  for (const who of [admin, manager, people[1]?.agent ?? admin]) {
    const counted = await yearOf(who)
    expect(counted).toEqual(await recount(who, 52))
    expect(counted.filter(({ sent }) => sent > 0).length).toBeGreaterThan(3)
  }
})

test('a week is counted again when something is heard of its mails, and others are left alone', async () => {
  const late = await aMail(0, ago(30), ['delivered'])
  await aMail(1, ago(10), ['delivered'])
  await db.alertWeek.deleteMany()
  await countNight(NOW)
  await hear(late, new Date(NOW.getTime() + 60_000), ['clicked'])
  const next = await pickWeeks(night(new Date(NOW.getTime() + 86_400_000)))
  expect(next.mondays).toEqual(['2026-04-20', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'])

  // A word on a home of half the mails there are.
  const email = people[0]?.contact.email ?? ''
  const decidedAt = new Date(NOW.getTime() + 120_000)
  await db.contactListing.create({
    data: { email, listingId: homeId, preference: 'Favorite', decidedAt, origin: 'portal' },
  })
  expect((await countNight(new Date(NOW.getTime() + 86_400_000))).length).toBeGreaterThan(6)
  const counted = await yearOf(admin)
  expect(counted).toEqual(await recount(admin, 52))
  expect(counted.find(({ week }) => week === '2026-04-20')).toMatchObject({ sent: 1, clicked: 1, answered: 1 })
})

test('a night that is broken off and begun again, or twice at once, counts nothing twice and leaves nothing out', async () => {
  await db.alertWeek.deleteMany()
  const { at, mondays } = await pickWeeks(night(NOW))
  for (const monday of mondays.slice(0, 40)) await countWeek(night(NOW), { at, monday })
  await Promise.all([countNight(NOW), countNight(NOW)])
  expect(await yearOf(admin)).toEqual(await recount(admin, 52))
})

test('what was counted stays when its mails are gone, and a contact that goes to another agent takes no old week along', async () => {
  await countNight(NOW)
  const before = await yearOf(admin)
  const old = await db.outboxMail.findMany({ where: { sentAt: { lt: ago(13) } }, select: { id: true } })
  await db.outboxMail.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
  await countNight(NOW)
  expect(await yearOf(admin)).toEqual(before)
  const theirs = await yearOf(people[0]?.agent ?? admin)
  await db.contact.update({
    where: { id: people[0]?.contact.id ?? '' },
    data: { agentId: people[1]?.agent.id ?? '', officeId: offices[1]?.id ?? '' },
  })
  expect((await yearOf(people[0]?.agent ?? admin)).slice(0, 40)).toEqual(theirs.slice(0, 40))
})
