import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { aLead, anOfferedLead } from '#server/testing/lead-factories.ts'
import { readPublished } from '../routing/in-force.ts'

const notFound = { code: 'NOT_FOUND' }

let manager: Person
let ann: Person
let ben: Person
beforeAll(async () => {
  const { id: officeId } = await anOffice()
  manager = await aPerson(officeId, { role: 'manager' })
  ann = await anAgent(officeId, { fullName: 'Ann Lee' })
  ben = await anAgent(officeId, { fullName: 'Ben Hart' })
})

const ofLead = (id: string) => db.inquiry.findUniqueOrThrow({ where: { id }, include: { contact: true } })

describe('the inbox', () => {
  test('says who is asked and until when; whoever is only asked does not find the lead in it, their manager does', async () => {
    const { lead, offerId } = await anOfferedLead([ann])
    const keeper = await anAgent((await anOffice()).id)
    const kept = { agentId: keeper.id, officeId: keeper.officeId }
    await db.contact.update({ where: { id: lead.contactId ?? '' }, data: kept })
    const [seen] = (await callAs(manager).leads.list({ state: 'offered' })).items.filter(({ id }) => id === lead.id)
    expect(seen).toMatchObject({ state: 'offered', offer: { id: offerId, asked: [{ fullName: 'Ann Lee' }] } })
    expect((await callAs(ann).leads.list({})).items.map(({ id }) => id)).not.toContain(lead.id)
    await expect(callAs(ann).leads.byId({ inquiryId: lead.id })).rejects.toMatchObject(notFound)
    await expect(callAs(ann).leads.offersOf({ inquiryId: lead.id })).rejects.toMatchObject(notFound)
    // The contact is kept by somebody elsewhere: their page would not open.
    expect(await callAs(manager).leads.byId({ inquiryId: lead.id })).toMatchObject({ contact: null, mayGive: true })
  })

  test('shows one who passed no more among those who are asked', async () => {
    const { lead, offerId } = await anOfferedLead([ann, ben])
    await callAs(ann).offers.pass({ offerId, reason: 'busy' })
    expect((await callAs(manager).leads.byId({ inquiryId: lead.id })).offer?.asked).toMatchObject([
      { fullName: 'Ben Hart' },
    ])
  })

  test('tells the ladder with its times, what was taken of it, and that the default person is its end', async () => {
    const startedAt = new Date('2026-11-20T15:00:00Z')
    const steps = [
      { afterMinutes: 3, act: 're-ping' as const },
      { afterMinutes: 10, act: 'manager' as const },
    ]
    const { lead, offerId } = await anOfferedLead([ann], { startedAt, ladder: { clock: 'always', steps } })
    await db.leadLadderStep.create({ data: { offerId, rung: 0, act: 'rePing', takenAt: startedAt } })
    const { ladder, offers } = await callAs(manager).leads.offersOf({ inquiryId: lead.id })
    expect(offers).toMatchObject([{ id: offerId, state: 'offered', people: [{ person: { fullName: 'Ann Lee' } }] }])
    expect(ladder?.rungs).toEqual([
      { rung: 0, act: 'rePing', dueAt: new Date('2026-11-20T15:03:00Z'), takenAt: startedAt },
      { rung: 1, act: 'manager', dueAt: new Date('2026-11-20T15:10:00Z'), takenAt: null },
      { rung: 2, act: 'fallback', dueAt: null, takenAt: null },
    ])
  })
})

describe('a lead given by hand', () => {
  test('is no longer held out: who was asked finds the offer over, and who has it finds it on their list', async () => {
    const { lead, offerId } = await anOfferedLead([ann])
    await callAs(manager).leads.give({ inquiryId: lead.id, agentId: ben.id })
    await callAs(manager).leads.give({ inquiryId: lead.id, agentId: ben.id })
    expect(await ofLead(lead.id)).toMatchObject({ state: 'open', agentId: ben.id, because: 'by-hand' })
    expect((await ofLead(lead.id)).contact?.agentId).toBe(ben.id)
    expect(await callAs(ann).offers.claim({ offerId })).toMatchObject({ outcome: 'over', state: 'withdrawn' })
    expect((await callAs(ben).leads.list({ isMine: true })).items.map(({ id }) => id)).toContain(lead.id)
    const told = await db.outboxEvent.findMany({ where: { data: { equals: { offerId } } }, orderBy: { id: 'asc' } })
    expect(told.map(({ name }) => name)).toEqual(['leads/offer.made', 'leads/offer.withdrawn', 'leads/offer.ended'])
    expect(await db.auditEntry.findMany({ where: { targetId: lead.id } })).toMatchObject([
      { action: 'leadGiven', actorId: manager.id, after: { successorId: ben.id } },
    ])
  })

  test('at the moment in which somebody claims it has one owner, and nothing is left between them', async () => {
    const { lead, offerId } = await anOfferedLead([ann])
    await Promise.all([
      callAs(ann).offers.claim({ offerId }),
      callAs(manager).leads.give({ inquiryId: lead.id, agentId: ben.id }),
    ])
    const { state, agentId, contact } = await ofLead(lead.id)
    expect(state).toBe('open')
    expect(contact?.agentId).toBe(agentId)
    // Given by hand last, or claimed first and given after it: either way by hand has the last word.
    expect(agentId).toBe(ben.id)
  })

  test('moves from the agent who has it, goes into a pond and out again, and nobody below a manager does that', async () => {
    const contact = await aContact(ann)
    const lead = await aLead(ann, { state: 'open', agentId: ann.id, contactId: contact.id })
    await expect(callAs(ann).leads.give({ inquiryId: lead.id, agentId: ben.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await callAs(manager).leads.give({ inquiryId: lead.id, agentId: ben.id })
    expect(await ofLead(lead.id)).toMatchObject({ state: 'open', agentId: ben.id, contact: { agentId: ben.id } })

    const pond = await db.leadPond.create({ data: { name: `Pond ${lead.id}`, officeId: manager.officeId } })
    await callAs(manager).leads.putIntoPond({ inquiryId: lead.id, pondId: pond.id })
    expect(await ofLead(lead.id)).toMatchObject({ state: 'pond', agentId: null, pondId: pond.id })
    await expect(callAs(ben).leads.byId({ inquiryId: lead.id })).rejects.toMatchObject(notFound)
    await callAs(ann).offers.takeFromPond({ inquiryId: lead.id })
    expect(await ofLead(lead.id)).toMatchObject({ state: 'open', agentId: ann.id, contact: { agentId: ann.id } })
  })

  test('goes to nobody whom one could not give a contact to', async () => {
    const stranger = await anAgent((await anOffice()).id)
    const { lead } = await anOfferedLead([ann])
    const given = callAs(manager).leads.give({ inquiryId: lead.id, agentId: stranger.id })
    await expect(given).rejects.toMatchObject(notFound)
    expect(await ofLead(lead.id)).toMatchObject({ state: 'offered' })
  })
})

test('a manager reads why each was or was not chosen; an agent reads only about themselves, without who it is', async () => {
  const { lead } = await anOfferedLead([ann])
  const { version } = await readPublished(db, new Date())
  const ruleId = crypto.randomUUID()
  const asked = (agentId: string, whyNot: string[], score: number) => ({
    ...{ ruleId, agentId, whyNot, score },
    terms: [{ name: 'load', value: score }],
  })
  await db.routingDecision.create({
    data: {
      ...{ inquiryId: lead.id, hop: 0, version, ruleId, ruleName: 'By the marsh', method: 'score', because: 'rule' },
      ...{ outcome: { kind: 'offer', agentIds: [ann.id] }, agentId: ann.id, offerMinutes: 5, ladder: { steps: [] } },
      considered: [asked(ann.id, [], 30), asked(ben.id, ['lower-score'], 12)],
      ...{ facts: {}, lines: [], agents: {}, seed: 'a', decidedAt: new Date() },
    },
  })
  const [read] = await callAs(manager).leads.decisions({ inquiryId: lead.id })
  expect(read).toMatchObject({
    ruleName: 'By the marsh',
    outcome: { kind: 'offer', names: ['Ann Lee'] },
    considered: [
      { name: 'Ann Lee', isChosen: true, whyNot: [] },
      { name: 'Ben Hart', isChosen: false, whyNot: ['lower-score'], terms: [{ name: 'load', value: 12 }] },
    ],
  })
  const bens = await callAs(ben).leads.elsewhere()
  expect(bens).toMatchObject([{ ruleName: 'By the marsh', whyNot: ['lower-score'] }])
  expect(JSON.stringify(bens)).not.toContain(lead.fullName)
  expect(JSON.stringify(bens)).not.toContain(ann.id)
  expect(await callAs(ann).leads.elsewhere()).toEqual([])

  await callAs(manager).leads.give({ inquiryId: lead.id, agentId: ben.id })
  const [own] = await callAs(ben).leads.decisions({ inquiryId: lead.id })
  expect(own).toMatchObject({ consideredCount: 2, considered: [{ isYou: true, whyNot: ['lower-score'] }] })
})
