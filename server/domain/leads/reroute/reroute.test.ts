import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { anIdleLead, anOfferedLead, rulesInForce } from '#server/testing/lead-factories.ts'

let own: Awaited<ReturnType<typeof ownDatabase>>
let [owner, manager, ann, ben, cal]: Person[] = []
beforeAll(async () => {
  own = await ownDatabase()
  const { db } = own
  const office = await anOffice({}, db)
  owner = await aPerson(office.id, { role: 'owner' }, db)
  manager = await aPerson(office.id, { role: 'manager' }, db)
  ann = await anAgent(office.id, { fullName: 'Ann Lee' }, db)
  ben = await anAgent(office.id, { fullName: 'Ben Ray' }, db)
  cal = await anAgent(office.id, { fullName: 'Cal Orr' }, db)
  const method = { kind: 'round-robin' as const, pool: { agentIds: [ann.id, ben.id] } }
  const ladder = { clock: 'always' as const, steps: [] }
  const rule = { name: 'In turn', when: { doors: ['own_page' as const] }, handOver: 'assign' as const, method }
  const all = { kind: 'first-to-claim' as const, pool: method.pool }
  const asks = { name: 'Whoever is first', when: { doors: ['form' as const] }, handOver: 'offer' as const, method: all }
  const rules = [rule, asks].map((each) => ({ ...each, ladder, offerMinutes: 5 }))
  await rulesInForce(rules, [owner, manager], db)
})
afterAll(() => own.close())

const need = (person: Person | undefined) => {
  if (!person) throw new Error('nobody')
  return person
}
const as = (person: Person | undefined) => callAs(need(person), { db: own.db })

/** All that a decision about a lead touches. */
const standing = async () => ({
  leads: await own.db.inquiry.findMany({ orderBy: { id: 'asc' } }),
  contacts: await own.db.contact.findMany({ orderBy: { id: 'asc' } }),
  turns: await own.db.routingTurn.findMany({ orderBy: { agentId: 'asc' } }),
  counts: [await own.db.routingDecision.count(), await own.db.outboxMail.count(), await own.db.outboxEvent.count()],
  chases: await own.db.leadChase.findMany({ orderBy: { id: 'asc' } }),
})

test('leads of somebody who leaves go where the plan said, in turn, and the plan has written nothing', async () => {
  const leads = [
    await anIdleLead(own.db, need(cal)),
    await anIdleLead(own.db, need(cal)),
    await anIdleLead(own.db, need(cal)),
  ]
  const inquiryIds = leads.map(({ lead }) => lead.id)
  // One of somebody else, who has turned to them.
  const { chase } = await anIdleLead(own.db, need(ann))
  const worked = { end: 'worked', endedAt: new Date(), nextAt: null } as const
  await own.db.leadChase.update({ where: { id: chase.id }, data: worked })
  const countOf = async (isIdle: boolean) =>
    (await as(manager).reroute.candidates({ agentId: need(ann).id, isIdle })).count
  expect([await countOf(false), await countOf(true)]).toEqual([1, 0])
  const found = await as(manager).reroute.candidates({ agentId: need(cal).id })
  expect(found).toMatchObject({ count: 3, leads: [{ agent: 'Cal Orr' }, {}, {}] })
  const before = await standing()
  const { digest, leads: plan } = await as(manager).reroute.plan({ inquiryIds, leaveOut: true })
  expect(await standing()).toEqual(before)
  expect(plan.map(({ ruleName, stays }) => [ruleName, stays])).toEqual(Array(3).fill(['In turn', false]))
  expect(new Set(plan.map(({ names }) => names[0]))).toEqual(new Set(['Ann Lee', 'Ben Ray']))
  await expect(as(ann).reroute.plan({ inquiryIds, leaveOut: true })).rejects.toMatchObject({ code: 'FORBIDDEN' })

  expect(await as(manager).reroute.go({ inquiryIds, leaveOut: true, digest })).toMatchObject({ moved: 3, stayed: 0 })
  for (const { inquiryId, names } of plan) {
    expect(
      await own.db.inquiry.findUniqueOrThrow({
        where: { id: inquiryId },
        include: { agent: true, contact: { include: { agent: true } }, chases: { where: { endedAt: null } } },
      }),
    ).toMatchObject({
      ...{ state: 'open', because: 'rule', agent: { fullName: names[0] }, contact: { agent: { fullName: names[0] } } },
      chases: [{ end: null }],
    })
  }
  expect(await own.db.auditEntry.count({ where: { action: 'leadRerouted', targetId: { in: inquiryIds } } })).toBe(3)
})

test('a plan that would come out otherwise by now is refused, and nothing of it is done', async () => {
  // Once each of them has had a turn it is certain whose is next.
  const { lead: first } = await anIdleLead(own.db, need(cal))
  const { lead: second } = await anIdleLead(own.db, need(cal))
  await giveAnew([first.id, second.id])
  const { lead } = await anIdleLead(own.db, need(cal))
  const given = { inquiryIds: [lead.id], leaveOut: true }
  const { digest } = await as(manager).reroute.plan(given)
  // Meanwhile somebody else has had the turn.
  const { lead: other } = await anIdleLead(own.db, need(cal))
  const others = { inquiryIds: [other.id], leaveOut: true }
  await as(owner).reroute.go({ ...others, digest: (await as(owner).reroute.plan(others)).digest })
  const before = await standing()
  await expect(as(manager).reroute.go({ ...given, digest })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await standing()).toEqual(before)
})

test('whoever has one now is left out where that is wanted, and else keeps it where the rules say so', async () => {
  const { lead } = await anIdleLead(own.db, need(ann))
  const inquiryIds = [lead.id]
  const { leads: kept } = await as(manager).reroute.plan({ inquiryIds, leaveOut: false })
  expect(kept).toMatchObject([{ stays: true, names: ['Ann Lee'] }])
  const { digest, leads: plan } = await as(manager).reroute.plan({ inquiryIds, leaveOut: true })
  expect(plan).toMatchObject([{ stays: false, names: ['Ben Ray'] }])
  await as(manager).reroute.go({ inquiryIds, leaveOut: true, digest })
  expect((await own.db.inquiry.findUniqueOrThrow({ where: { id: lead.id } })).agentId).toBe(need(ben).id)
})

test('who has it already is told nothing; an offer that is out is over, and what was answered stays', async () => {
  const { lead: mine } = await anIdleLead(own.db, need(ann))
  const { lead: held, offerId } = await anOfferedLead([need(cal)], {}, own.db)
  const { lead: answered } = await anIdleLead(own.db, need(cal))
  await as(cal).leads.setAnswered({ inquiryId: answered.id, answered: true })
  const given = { inquiryIds: [mine.id, held.id, answered.id], leaveOut: false }
  const { digest, leads: plan } = await as(manager).reroute.plan(given)
  expect(plan.map(({ inquiryId }) => inquiryId).sort()).toEqual([mine.id, held.id].sort())
  expect(plan.map(({ stays }) => stays).toSorted()).toEqual([false, true])
  const mails = () => own.db.outboxMail.count({ where: { dedupeKey: { contains: mine.id } } })
  const before = await mails()
  expect(await as(manager).reroute.go({ ...given, digest })).toMatchObject({ moved: 1, stayed: 1 })
  expect(await mails()).toBe(before)
  expect(await own.db.leadOffer.findUniqueOrThrow({ where: { id: offerId } })).toMatchObject({ state: 'withdrawn' })
  for (const { inquiryId, names, stays } of plan) {
    const now = await own.db.inquiry.findUniqueOrThrow({ where: { id: inquiryId }, include: { agent: true } })
    expect(now.agent?.fullName).toBe(names[0])
    // Whoever keeps it is chased as before.
    if (stays) expect(await own.db.leadChase.count({ where: { inquiryId } })).toBe(1)
  }
})

test('a lead follows its person to whoever takes a book over, and is not with the default person a minute later', async () => {
  const leaver = await anAgent(need(manager).officeId, {}, own.db)
  const { lead } = await anIdleLead(own.db, leaver)
  // Its person is in the book of somebody else.
  const { lead: shared } = await anIdleLead(own.db, leaver)
  await own.db.contact.update({ where: { id: shared.contactId ?? '' }, data: { agentId: need(ann).id } })
  await as(owner).org.removePerson({ personId: leaver.id, successorId: need(ben).id })
  for (const [{ id }, agent] of [[lead, ben] as const, [shared, ann] as const]) {
    expect(await leadOf(id)).toMatchObject({ agentId: need(agent).id, chases: [{ agentId: need(agent).id }] })
  }
})

/** Gives leads anew as the manager; answers with the id by which it can be undone. */
async function giveAnew(inquiryIds: string[]) {
  const { digest } = await as(manager).reroute.plan({ inquiryIds, leaveOut: true })
  return (await as(manager).reroute.go({ inquiryIds, leaveOut: true, digest })).batchId
}
const leadOf = (id: string) =>
  own.db.inquiry.findUniqueOrThrow({
    where: { id },
    include: { agent: true, contact: true, chases: { where: { endedAt: null } }, offers: { where: { endedAt: null } } },
  })
/** A lead of Cal that the rules offer to Ann and Ben. */
async function aLeadToOffer() {
  const { lead } = await anIdleLead(own.db, need(cal))
  await own.db.inquiry.update({ where: { id: lead.id }, data: { door: 'form', because: 'relationship' } })
  return lead
}

test('undone, leads are with whoever had them, in the pond in which they lay, and nobody is asked for them any more', async () => {
  const { lead: given } = await anIdleLead(own.db, need(cal))
  const offered = await aLeadToOffer()
  const { lead: lay } = await anIdleLead(own.db, need(cal))
  const pond = await own.db.leadPond.create({ data: { name: 'The marsh', officeId: need(manager).officeId } })
  await as(manager).leads.putIntoPond({ inquiryId: lay.id, pondId: pond.id })
  const batchId = await giveAnew([given.id, offered.id, lay.id])
  expect((await leadOf(offered.id)).offers).toHaveLength(1)
  expect((await leadOf(lay.id)).state).toBe('open')

  const away = await aPerson((await anOffice({}, own.db)).id, { role: 'manager' }, own.db)
  for (const other of [ann, away]) {
    const refused = { code: other === ann ? 'FORBIDDEN' : 'NOT_FOUND' }
    await expect(as(other).reroute.undo({ batchId })).rejects.toMatchObject(refused)
  }
  const twice = await Promise.all([as(manager).reroute.undo({ batchId }), as(owner).reroute.undo({ batchId })])
  expect(twice).toEqual(Array(2).fill({ back: 3, kept: [] }))

  const calId = need(cal).id
  for (const { id } of [given, offered]) {
    expect(await leadOf(id)).toMatchObject({
      ...{ state: 'open', agentId: calId, contact: { agentId: calId }, offers: [], chases: [{ agentId: calId }] },
    })
  }
  // A client of theirs is theirs as before, and is not taken back by a chase.
  expect((await leadOf(offered.id)).because).toBe('relationship')
  expect(await leadOf(lay.id)).toMatchObject({ state: 'pond', pondId: pond.id, agentId: null, chases: [] })
  const deeds = await own.db.auditEntry.findMany({
    where: { targetId: { in: [given.id, offered.id, lay.id] }, action: { in: ['leadGiven', 'leadPonded'] } },
    orderBy: { id: 'asc' },
  })
  expect(
    deeds
      .map(({ targetId, action }) => [targetId, action])
      .slice(1)
      .toSorted(),
  ).toEqual(
    [
      [given.id, 'leadGiven'],
      [offered.id, 'leadGiven'],
      [lay.id, 'leadPonded'],
    ].toSorted(),
  )
})

test('what somebody has answered by then stays, and is named with the reason; after an hour nothing goes back', async () => {
  const leads = [
    await aLeadToOffer(),
    await aLeadToOffer(),
    await aLeadToOffer(),
    (await anIdleLead(own.db, need(cal))).lead,
    (await anIdleLead(own.db, need(cal))).lead,
    (await anOfferedLead([need(cal)], {}, own.db)).lead,
    (await anIdleLead(own.db, need(cal))).lead,
  ] as const
  const [taken, passed, free, called, answered, held, again] = leads
  const batchId = await giveAnew(leads.map(({ id }) => id))
  const offerOf = async ({ id }: { id: string }) => ({ offerId: (await leadOf(id)).offers[0]?.id ?? '' })
  await as(ben).offers.claim(await offerOf(taken))
  await as(ben).offers.pass({ ...(await offerOf(passed)), reason: 'busy' })
  // Looked at is not answered.
  await as(ben).offers.see(await offerOf(free))
  const touch = { id: crypto.randomUUID(), channel: 'call', outcome: 'reached' } as const
  const { agent, contactId } = await leadOf(called.id)
  await as(agent ?? undefined).touches.log({ ...touch, contactId: contactId ?? '' })
  await as(owner).leads.setAnswered({ inquiryId: answered.id, answered: true })
  await giveAnew([again.id])

  const before = await Promise.all([taken, passed, called, answered, held, again].map(({ id }) => leadOf(id)))
  const { back, kept } = await as(manager).reroute.undo({ batchId })
  const whyOf = new Map(kept.map(({ inquiryId, why }) => [inquiryId, why]))
  expect([back, ...leads.map(({ id }) => whyOf.get(id))]).toEqual([
    ...[1, 'Ben Ray has it now', 'Ben Ray has answered the offer already', undefined],
    ...[`${agent?.fullName} has turned to them already`, 'they have their answer'],
    ...['nobody had it before, it was only held out', 'it was given anew once more'],
  ])
  expect(kept.every(({ fullName }) => fullName.startsWith('Nora'))).toBe(true)
  expect((await leadOf(free.id)).agentId).toBe(need(cal).id)
  expect(await Promise.all(before.map(({ id }) => leadOf(id)))).toEqual(before)

  const late = callAs(need(manager), { db: own.db, now: () => new Date(Date.now() + 3_601_000) })
  await expect(late.reroute.undo({ batchId })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
})

test('nothing goes back to somebody who has left since, or into a pond that is gone', async () => {
  const leaver = await anAgent(need(manager).officeId, { fullName: 'Lee Dow' }, own.db)
  const [{ lead: had }, { lead: lay }] = [await anIdleLead(own.db, leaver), await anIdleLead(own.db, need(cal))]
  const pond = await own.db.leadPond.create({ data: { name: 'The creek', officeId: leaver.officeId } })
  await as(manager).leads.putIntoPond({ inquiryId: lay.id, pondId: pond.id })
  const batchId = await giveAnew([had.id, lay.id])
  await as(owner).org.removePerson({ personId: leaver.id, successorId: need(cal).id })
  await own.db.leadPond.update({ where: { id: pond.id }, data: { removedAt: new Date() } })
  const before = [await leadOf(had.id), await leadOf(lay.id)]
  const { back, kept } = await as(manager).reroute.undo({ batchId })
  const whyOf = new Map(kept.map(({ inquiryId, why }) => [inquiryId, why]))
  expect([back, whyOf.get(had.id), whyOf.get(lay.id)]).toEqual([
    ...[0, 'Lee Dow, who had it, no longer works here', 'the pond in which it lay is gone'],
  ])
  expect([await leadOf(had.id), await leadOf(lay.id)]).toEqual(before)
})
