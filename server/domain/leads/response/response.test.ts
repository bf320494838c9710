import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { Office, Person } from '#server/generated/prisma/client.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { addMinutes } from '../offers/office-hours.ts'
import { officeMinutes } from './office-clock.sql.ts'
import { barOf, speedOf } from './speed.ts'

/** A Friday evening, 7 PM on the coast. */
const FRIDAY = new Date('2026-11-20T00:00:00Z')
const NOW = new Date('2026-11-24T12:00:00Z')
const later = (minutes: number, from = FRIDAY) => new Date(from.getTime() + minutes * 60_000)

let office: Office
let [ann, ben, manager]: Person[] = []
beforeAll(async () => {
  office = await anOffice()
  ann = await anAgent(office.id, { fullName: 'Ann Lee' })
  ben = await anAgent(office.id, { fullName: 'Ben Ray' })
  manager = await aPerson(office.id, { role: 'manager' })
})
const need = (person: Person | undefined) => {
  if (!person) throw new Error('nobody')
  return person
}

type Over = Partial<Prisma.InquiryUncheckedCreateInput>
async function aLead(agent: Person, over: Over = {}, contactId?: string) {
  const contact = contactId ? { id: contactId } : await aContact(agent)
  const lead = await db.inquiry.create({
    data: {
      ...{ requestKey: crypto.randomUUID(), kind: 'Question', state: 'open', raw: {}, fullName: 'Nora Hale' },
      ...{
        email: 'nora@example.test',
        proposedTimes: [],
        receivedAt: FRIDAY,
        contactId: contact.id,
        agentId: agent.id,
      },
      ...{ because: 'default', takenInAt: FRIDAY, citySlug: 'mount-pleasant', ...over },
    },
  })
  return { leadId: lead.id, contactId: contact.id }
}
const asManager = (over: { now?: Date } = {}) => callAs(need(manager), { now: () => over.now ?? NOW }).reports

describe('the first human touch', () => {
  test('is what a person did first, of whatever kind; what was there before the lead, was taken back or came from a machine is none', async () => {
    const agent = need(ann)
    const { contactId } = await aLead(agent)
    const touch = { contactId, personId: agent.id, channel: 'call', outcome: 'noAnswer', createdAt: NOW } as const
    await db.touch.create({ data: { ...touch, happenedAt: later(-5) } })
    await db.touch.create({ data: { ...touch, happenedAt: later(1), removedAt: NOW } })
    await db.note.create({ data: { contactId, text: 'Imported, signed by nobody.', createdAt: later(2) } })
    await db.timelineEntry.create({
      data: { contactId, kind: 'alert.sent', summary: 'Alert', occurredAt: later(3), factKey: crypto.randomUUID() },
    })
    const unanswered = await asManager().responseLeads({ by: 'agent', key: agent.id })
    expect(unanswered.rows).toMatchObject([{ contactId, minutes: null, touchedBy: null }])

    await db.task.create({
      data: {
        contactId,
        assigneeId: agent.id,
        title: 'Call',
        kind: 'call',
        completedAt: later(50),
        completedById: agent.id,
      },
    })
    await db.note.create({ data: { contactId, text: 'Nice.', authorId: agent.id, createdAt: later(40) } })
    await db.touch.create({ data: { ...touch, personId: need(ben).id, happenedAt: later(12) } })
    const answered = await asManager().responseLeads({ by: 'agent', key: agent.id })
    expect(answered.rows).toMatchObject([{ minutes: 12, touchedBy: 'Ben Ray', touchedHow: 'call' }])
  })

  test('is counted by the clock on the wall, and by hours in which the office is open', async () => {
    const agent = need(ben)
    const { contactId } = await aLead(agent, { receivedAt: later(120) }) // 9 PM
    await db.note.create({
      data: { contactId, text: 'Hello.', authorId: agent.id, createdAt: later(120 + 11 * 60 + 20) },
    })
    const minutes = async (clock: 'wall' | 'office') =>
      (await asManager().responseLeads({ by: 'agent', key: agent.id, clock })).rows.map((row) => row.minutes)
    expect(await minutes('wall')).toEqual([680])
    expect(await minutes('office')).toEqual([20])
  })
})

test('minutes of an office are those that the ladder counts, also over the nights in which clocks change', async () => {
  const zone = 'America/New_York'
  const starts = ['2026-11-20T00:00:00Z', '2026-10-31T23:30:00Z', '2027-03-13T22:00:00Z', '2026-07-04T12:17:00Z'].map(
    (at) => new Date(at),
  )
  const spans = starts.flatMap((from) =>
    [0, 7, 61, 800, 1_500].map((minutes) => ({ from, to: addMinutes(from, minutes, 'office-hours', zone), minutes })),
  )
  const counted = await db.$queryRaw<{ minutes: number }[]>`
    SELECT ${officeMinutes(Prisma.sql`"from"`, Prisma.sql`"to"`, Prisma.sql`${zone}::text`)} AS minutes
      FROM jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) AS span("from" timestamptz, "to" timestamptz)`
  expect(counted.map(({ minutes }) => Math.round(minutes))).toEqual(spans.map(({ minutes }) => minutes))
})

test('a report of an office has its leads by source and agent, the offers of its people, and nothing of another office', async () => {
  const here = await anOffice()
  const [cal, boss] = [await anAgent(here.id, { fullName: 'Cal Orr' }), await aPerson(here.id, { role: 'manager' })]
  const first = await aLead(cal)
  await aLead(cal, { receivedAt: later(60) })
  await aLead(cal, { door: 'old_system', because: 'old-system' })
  await aLead(await anAgent((await anOffice()).id))
  await db.touch.create({
    data: {
      contactId: first.contactId,
      personId: cal.id,
      channel: 'text',
      outcome: 'sent',
      happenedAt: later(10),
      createdAt: NOW,
    },
  })
  const offer = await db.leadOffer.create({
    data: {
      ...{ inquiryId: first.leadId, hop: 0, kind: 'direct', state: 'passed', offeredAt: FRIDAY, expiresAt: later(5) },
      ...{ endedAt: later(1), ladder: {} },
    },
  })
  const asked = { offerId: offer.id, personId: cal.id, askedAt: FRIDAY }
  await db.leadOfferPerson.create({ data: { ...asked, passedAt: later(1), passReason: 'busy' } })

  const report = await callAs(boss, { now: () => NOW }).reports.response({ by: 'agent' })
  const half = { leads: 2, touched: 1, medianMinutes: 10, p90Minutes: null, promptShare: 0.5 }
  expect(report).toMatchObject({ isWholeFirm: false, all: half, elsewhere: 1, asOf: NOW })
  expect(report.groups).toEqual([{ key: cal.id, label: 'Cal Orr', speed: half }])
  expect(report.bars.filter(({ leads }) => leads > 0)).toEqual([
    { key: '15m', leads: 1 },
    { key: 'nobody', leads: 1 },
  ])
  expect(report.asked).toEqual([{ personId: cal.id, fullName: 'Cal Orr', asked: 1, won: 0, passed: 1, missed: 0 }])
  expect(report.reasons).toEqual([{ reason: 'busy', times: 1 }])
  const behind = await callAs(boss, { now: () => NOW }).reports.responseLeads({ bar: 'nobody' })
  expect(behind).toMatchObject({ count: 1, rows: [{ minutes: null }] })
  await expect(callAs(cal).reports.response({})).rejects.toMatchObject({ code: 'FORBIDDEN' })

  const equal = await callAs(boss, { now: () => NOW }).reports.equalService({ month: '2026-11' })
  expect(equal.areas).toMatchObject([
    {
      area: 'mount-pleasant',
      figures: { leads: 2, offers: 1, promptShare: 0.5, passedShare: 0.5 },
      verdict: { kind: 'too-few' },
    },
  ])
  const area = await callAs(boss, { now: () => NOW }).reports.areaLeads({ month: '2026-11', area: 'mount-pleasant' })
  expect(area.rows.map(({ minutes }) => minutes)).toEqual([null, 10])
  // A lead of the last day has not had its day yet.
  const young = await callAs(boss, { now: () => later(24 * 60 + 30) }).reports.equalService({ month: '2026-11' })
  expect(young.all).toMatchObject({ leads: 1 })
})

test('who waits still counts as the longest wait', () => {
  const waits = (...minutes: (number | null)[]) => minutes.map((each) => ({ minutes: each, officeMinutes: null }))
  expect(speedOf(waits(1, 2, 3, 4, 5, 6, 7, 8, 9, null), 'wall')).toMatchObject({ medianMinutes: 5, p90Minutes: 9 })
  expect(speedOf(waits(4, null, null), 'wall')).toMatchObject({ medianMinutes: null, touched: 1 })
  expect(speedOf([], 'wall')).toEqual({ leads: 0, touched: 0, medianMinutes: null, p90Minutes: null, promptShare: 0 })
  expect([0, 5, 5.1, 59, 1_441, null].map(barOf)).toEqual(['5m', '5m', '15m', '1h', 'later', 'nobody'])
})
