import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice, aPerson, aTeam } from '#server/testing/factories.ts'
import { aCourse, aLead, anOfferedLead } from '#server/testing/lead-factories.ts'
import { makeOffer } from '../offers/offers.store.ts'
import { takeChaseTurn } from './chase.service.ts'
import { startChase } from './start-chase.ts'

/** A Tuesday, 10 AM on the coast. */
const START = new Date('2026-11-24T15:00:00Z')
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000)

let ann: Person
let lead: Person
let manager: Person
beforeAll(async () => {
  const office = await anOffice()
  manager = await aPerson(office.id, { role: 'manager', fullName: 'Mia Ross' })
  const team = await aTeam(office.id)
  lead = await aPerson(office.id, { role: 'teamLead', teamId: team.id, fullName: 'Lou Kay' })
  ann = await anAgent(office.id, { teamId: team.id, fullName: 'Ann Lee' })
})

async function aGivenLead(over: Parameters<typeof aLead>[1] = {}) {
  const inquiry = await aLead(ann, { state: 'open', agentId: ann.id, because: 'claimed', receivedAt: START, ...over })
  await db.$transaction((tx) => startChase(tx, { inquiryId: inquiry.id, agentId: ann.id, at: START }))
  return inquiry
}
const chaseOf = (inquiryId: string) =>
  db.leadChase.findFirstOrThrow({
    where: { inquiryId },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    include: { steps: { orderBy: { rung: 'asc' } } },
  })
const turnAt = (chaseId: string, minutes: number) => takeChaseTurn({ db, now: () => later(minutes) }, { chaseId })
const mailsOf = async (chaseId: string) =>
  (await db.outboxMail.findMany({ where: { dedupeKey: { contains: chaseId } }, orderBy: { id: 'asc' } })).map(
    ({ kind, recipient }) => [kind, recipient],
  )

describe('a lead that nobody works', () => {
  test('is told to its agent, to the team lead, to the manager, and goes to somebody else; each once, however often it is tried', async () => {
    const inquiry = await aGivenLead()
    const { id } = await chaseOf(inquiry.id)
    expect(await turnAt(id, 14)).toEqual({ did: 'nothing', nextAt: later(15).toISOString() })
    const twice = await Promise.all([turnAt(id, 15), turnAt(id, 15)])
    expect(twice.map(({ did }) => did).sort()).toEqual(['nothing', 'remind'])
    expect(await turnAt(id, 60)).toMatchObject({ did: 'teamLead' })
    expect(await turnAt(id, 120)).toMatchObject({ did: 'manager', nextAt: later(240).toISOString() })
    expect(await turnAt(id, 240)).toEqual({ did: 'takeBack', nextAt: null })
    expect(await turnAt(id, 241)).toEqual({ did: 'nothing', nextAt: null })

    const chase = await chaseOf(inquiry.id)
    expect(chase).toMatchObject({ end: 'takenBack', endedAt: later(240) })
    expect(chase.steps.map(({ act, personId }) => [act, personId])).toEqual([
      ['remind', ann.id],
      ['teamLead', lead.id],
      ['manager', manager.id],
      ['takeBack', ann.id],
    ])
    expect(await mailsOf(id)).toEqual([
      ['lead-idle', ann.email],
      ['lead-idle', lead.email],
      ['lead-idle', manager.email],
      ['lead-taken-back', ann.email],
    ])
    const now = await db.inquiry.findUniqueOrThrow({
      where: { id: inquiry.id },
      include: { contact: true, chases: { where: { endedAt: null } } },
    })
    expect(now.agentId).not.toBe(ann.id)
    expect(now.contact?.agentId).not.toBe(ann.id)
    // Whoever has it now is chased in turn.
    expect(now.chases).toMatchObject([{ agentId: now.agentId, startedAt: later(240) }])
    const told = await db.timelineEntry.findMany({ where: { contactId: inquiry.contactId ?? '', kind: 'lead.chased' } })
    expect(told.map(({ summary }) => summary).sort()[2]).toBe(
      'Nobody has turned to them for 4 h 0 min. Taken back from Ann Lee.',
    )
  })

  test('is chased no more as soon as a person has called, wrote or met them, or said that they have their answer', async () => {
    const answered = await aGivenLead()
    await callAs(ann, { now: () => later(7) }).leads.setAnswered({ inquiryId: answered.id, answered: true })
    // By the clock of a machine that is behind.
    const worked = [{ inquiryId: answered.id, minutes: 6 }]
    for (const channel of ['call', 'text', 'email', 'visit'] as const) {
      const { id: inquiryId, contactId } = await aGivenLead()
      const noted = { contactId: contactId ?? '', personId: manager.id, channel, outcome: 'reached' } as const
      await db.touch.create({ data: { ...noted, happenedAt: later(5), createdAt: later(9) } })
      worked.push({ inquiryId, minutes: 15 })
    }
    for (const { inquiryId, minutes } of worked) {
      const { id } = await chaseOf(inquiryId)
      expect(await turnAt(id, minutes)).toEqual({ did: 'ended', nextAt: null })
      expect(await chaseOf(inquiryId)).toMatchObject({ end: 'worked', steps: [] })
      expect(await mailsOf(id)).toEqual([])
    }
    // Marked by mistake, it waits again, and is as if given at that moment.
    await callAs(ann, { now: () => later(20) }).leads.setAnswered({ inquiryId: answered.id, answered: false })
    const again = await db.leadChase.findMany({ where: { inquiryId: answered.id, endedAt: null } })
    expect(again).toMatchObject([{ startedAt: later(20), nextAt: later(35) }])
  })

  test('is chased all the same when the last word is from before it was given; late, each step still has its time', async () => {
    const { id: inquiryId, contactId } = await aGivenLead()
    const noted = { contactId: contactId ?? '', personId: ann.id, channel: 'call', outcome: 'reached' } as const
    await db.touch.create({ data: { ...noted, happenedAt: later(-5), createdAt: later(-5) } })
    const { id } = await chaseOf(inquiryId)
    // Nothing ran for three hours: nobody is told and loses it in one minute.
    expect(await turnAt(id, 195)).toEqual({ did: 'remind', nextAt: later(195 + 45).toISOString() })
    expect(await turnAt(id, 196)).toMatchObject({ did: 'nothing' })
  })

  test('says by each touch that a page can write that somebody has done something', async () => {
    const inquiry = await aGivenLead()
    const contactId = inquiry.contactId ?? ''
    const me = callAs(ann)
    await me.touches.log({ id: crypto.randomUUID(), contactId, channel: 'call', outcome: 'noAnswer' })
    await me.notes.add({ id: crypto.randomUUID(), contactId, text: 'Nice.' })
    await me.leads.setAnswered({ inquiryId: inquiry.id, answered: true })
    expect(
      await db.outboxEvent.count({ where: { name: 'contacts/contact.touched', data: { equals: { contactId } } } }),
    ).toBe(3)
  })
})

describe('a lead that changes hands', () => {
  test('starts anew with whoever has it then; in a pond nobody is chased', async () => {
    const { lead: inquiry, offerId } = await anOfferedLead([ann])
    expect(await db.leadChase.count({ where: { inquiryId: inquiry.id } })).toBe(0)
    await callAs(ann, { now: () => START }).offers.claim({ offerId })
    const first = await chaseOf(inquiry.id)
    expect(first).toMatchObject({ agentId: ann.id, startedAt: START, nextAt: later(15) })
    await callAs(manager, { now: () => later(3) }).leads.give({ inquiryId: inquiry.id, agentId: lead.id })
    expect(await chaseOf(inquiry.id)).toMatchObject({ id: first.id, end: 'movedOn', endedAt: later(3) })
    expect(await turnAt(first.id, 15)).toEqual({ did: 'nothing', nextAt: null })
    const live = () => db.leadChase.findMany({ where: { inquiryId: inquiry.id, endedAt: null } })
    expect(await live()).toMatchObject([{ agentId: lead.id, startedAt: later(3) }])
    const pond = await db.leadPond.create({ data: { name: `Pond ${inquiry.id}`, officeId: manager.officeId } })
    await callAs(manager, { now: () => later(4) }).leads.putIntoPond({ inquiryId: inquiry.id, pondId: pond.id })
    expect(await live()).toEqual([])
    expect(await mailsOf(first.id)).toEqual([])
  })

  test('is not given to anybody else when it is a client of theirs; those above hear of it again', async () => {
    const inquiry = await aGivenLead({ because: 'relationship' })
    const { id } = await chaseOf(inquiry.id)
    for (const minutes of [15, 60, 120]) await turnAt(id, minutes)
    expect(await turnAt(id, 240)).toMatchObject({ did: 'takeBack', nextAt: later(480).toISOString() })
    expect(await db.inquiry.findUniqueOrThrow({ where: { id: inquiry.id } })).toMatchObject({
      agentId: ann.id,
      state: 'open',
    })
    expect(await turnAt(id, 480)).toMatchObject({ did: 'manager' })
    expect((await chaseOf(inquiry.id)).steps.map(({ personId }) => personId).slice(3)).toEqual([null, manager.id])
  })

  test('and leads of files, of the old system and of those who wrote them down themselves are not chased', async () => {
    const quiet = [
      await aGivenLead({ door: 'csv' }),
      await aGivenLead({ door: 'old_system' }),
      await aGivenLead({ door: 'hand', namedAgentId: ann.id }),
      await aGivenLead({ state: 'answered', answeredAt: START }),
    ]
    expect(await db.leadChase.count({ where: { inquiryId: { in: quiet.map(({ id }) => id) } } })).toBe(0)
    const byHand = await aGivenLead({ door: 'hand', namedAgentId: lead.id })
    expect(await db.leadChase.count({ where: { inquiryId: byHand.id } })).toBe(1)
  })
})

describe('a lead that was taken back from somebody who had reached out', () => {
  async function aTakenBack() {
    const inquiry = await aGivenLead()
    const { id } = await chaseOf(inquiry.id)
    for (const minutes of [15, 60, 120, 240]) await turnAt(id, minutes)
    return { inquiry, chaseId: id }
  }
  const did = { channel: 'call', happenedAt: later(20), words: 'Left word.' } as const
  const back = (chaseId: string, over: { happenedAt?: Date } = {}) =>
    callAs(ann, { now: () => later(250) }).chases.bringBack({ ...did, chaseId, touchId: crypto.randomUUID(), ...over })

  test('is theirs again when they say so, as long as nobody has it; nobody chases them for what they did', async () => {
    const { inquiry, chaseId } = await aTakenBack()
    const pond = await db.leadPond.create({ data: { name: `Pond ${inquiry.id}`, officeId: manager.officeId } })
    const free = { state: 'pond', agentId: null, pondId: pond.id, pondedAt: later(241) } as const
    await db.inquiry.update({ where: { id: inquiry.id }, data: free })
    expect(await callAs(ann).chases.takenBack({ chaseId })).toMatchObject({ isFree: true, isYours: false })
    await expect(back(chaseId, { happenedAt: later(241) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await back(chaseId)).toEqual({ outcome: 'back', inquiryId: inquiry.id })
    expect(await db.inquiry.findUniqueOrThrow({ where: { id: inquiry.id }, include: { contact: true } })).toMatchObject(
      {
        ...{ state: 'open', agentId: ann.id, because: 'worked', contact: { agentId: ann.id } },
      },
    )
    expect(await db.leadChase.count({ where: { inquiryId: inquiry.id, endedAt: null } })).toBe(0)
    expect(await callAs(ann).chases.takenBack({ chaseId })).toMatchObject({ isYours: true, inquiryId: inquiry.id })
  })

  test('is theirs also while it is held out to somebody, who can not take it any more', async () => {
    const { inquiry, chaseId } = await aTakenBack()
    const held = { inquiryId: inquiry.id, hop: 9, kind: 'direct', personIds: [lead.id], rung: 0 } as const
    const { offerId } = await db.$transaction((tx) => makeOffer(tx, { ...held, course: aCourse(), at: later(241) }))
    expect(await callAs(ann).chases.takenBack({ chaseId })).toMatchObject({ isFree: true })
    expect(await back(chaseId)).toMatchObject({ outcome: 'back' })
    expect(await db.leadOffer.findUnique({ where: { id: offerId } })).toMatchObject({ state: 'withdrawn' })
    expect(await callAs(lead).offers.claim({ offerId })).toMatchObject({ outcome: 'over', state: 'withdrawn' })
    expect((await db.inquiry.findUniqueOrThrow({ where: { id: inquiry.id } })).agentId).toBe(ann.id)
  })

  test('stays with whoever has it by then, and what was done is written down for them', async () => {
    const { inquiry, chaseId } = await aTakenBack()
    const { agent } = await db.inquiry.findUniqueOrThrow({ where: { id: inquiry.id }, include: { agent: true } })
    expect(await back(chaseId)).toEqual({ outcome: 'taken', by: agent?.fullName })
    expect(await db.touch.findMany({ where: { contactId: inquiry.contactId ?? '' } })).toMatchObject([
      { personId: ann.id, happenedAt: later(20) },
    ])
    await expect(callAs(lead).chases.takenBack({ chaseId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('manager and agent read what was done about a lead, and what comes when', async () => {
  const inquiry = await aGivenLead()
  const { id } = await chaseOf(inquiry.id)
  await turnAt(id, 15)
  for (const reader of [ann, manager]) {
    expect(await callAs(reader).chases.ofLead({ inquiryId: inquiry.id })).toMatchObject([
      {
        ...{ id, startedAt: START, nextAt: later(60), end: null, clock: 'office-hours' },
        steps: [{ act: 'remind', takenAt: later(15), person: { fullName: 'Ann Lee' } }],
        toCome: [
          { act: 'teamLead', dueAt: later(60) },
          { act: 'manager', dueAt: later(120) },
          { act: 'takeBack', dueAt: later(240) },
        ],
      },
    ])
  }
})

test('the inbox finds what is not worked yet, and says since when', async () => {
  const [idle, worked, quiet] = [await aGivenLead(), await aGivenLead(), await aGivenLead({ door: 'csv' })]
  await callAs(ann).leads.setAnswered({ inquiryId: worked.id, answered: true })
  const { items } = await callAs(ann).leads.list({ state: 'idle', isMine: true })
  const found = items.filter(({ id }) => [idle.id, worked.id, quiet.id].includes(id))
  expect(found).toMatchObject([{ id: idle.id, idle: { startedAt: START, nextAt: later(15) } }])
})
