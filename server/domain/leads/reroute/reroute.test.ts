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
  await rulesInForce([{ ...rule, ladder, offerMinutes: 5 }], [owner, manager], db)
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
  const found = await as(manager).reroute.candidates({ agentId: need(cal).id })
  expect(found).toMatchObject({ count: 3, leads: [{ agent: 'Cal Orr' }, {}, {}] })
  const before = await standing()
  const { digest, leads: plan } = await as(manager).reroute.plan({ inquiryIds, leaveOut: true })
  expect(await standing()).toEqual(before)
  expect(plan.map(({ ruleName, stays }) => [ruleName, stays])).toEqual(Array(3).fill(['In turn', false]))
  expect(new Set(plan.map(({ names }) => names[0]))).toEqual(new Set(['Ann Lee', 'Ben Ray']))
  await expect(as(ann).reroute.plan({ inquiryIds, leaveOut: true })).rejects.toMatchObject({ code: 'FORBIDDEN' })

  expect(await as(manager).reroute.go({ inquiryIds, leaveOut: true, digest })).toEqual({ moved: 3, stayed: 0 })
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

test('who has it keeps it where the rules say so; an offer that is out is over, and what was answered stays', async () => {
  const { lead: mine } = await anIdleLead(own.db, need(ann))
  const { lead: held, offerId } = await anOfferedLead([need(cal)], {}, own.db)
  const { lead: answered } = await anIdleLead(own.db, need(cal))
  await as(cal).leads.setAnswered({ inquiryId: answered.id, answered: true })
  const given = { inquiryIds: [mine.id, held.id, answered.id], leaveOut: false }
  const { digest, leads: plan } = await as(manager).reroute.plan(given)
  expect(plan.map(({ inquiryId }) => inquiryId).sort()).toEqual([mine.id, held.id].sort())
  await as(manager).reroute.go({ ...given, digest })
  expect(await own.db.leadOffer.findUniqueOrThrow({ where: { id: offerId } })).toMatchObject({ state: 'withdrawn' })
  for (const { inquiryId, names, stays } of plan) {
    const now = await own.db.inquiry.findUniqueOrThrow({ where: { id: inquiryId }, include: { agent: true } })
    expect(now.agent?.fullName).toBe(names[0])
    // Whoever keeps it was not told of it again.
    if (stays) expect(await own.db.leadChase.count({ where: { inquiryId } })).toBe(1)
  }
})

test('a lead follows its person to whoever takes a book over, and is not with the default person a minute later', async () => {
  const leaver = await anAgent(need(manager).officeId, {}, own.db)
  const { lead } = await anIdleLead(own.db, leaver)
  await as(owner).org.removePerson({ personId: leaver.id, successorId: need(ben).id })
  expect(await own.db.inquiry.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ agentId: need(ben).id })
  expect(await own.db.leadChase.findMany({ where: { inquiryId: lead.id, endedAt: null } })).toMatchObject([
    { agentId: need(ben).id },
  ])
})
