import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveLead } from '#server/domain/leads/offers/give-lead.ts'
import { watchLeads } from '#server/domain/leads/offers/watch-leads.service.ts'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { aLead, rulesInForce } from '#server/testing/lead-factories.ts'
import type { Kit } from '../scheduled.ts'
import { startTestApp } from '../testing.ts'
import { chaseLeads } from './chase-leads.ts'
import { deliverWaitingMails } from './deliver-mails.ts'
import { offerLeads } from './offer-lead.ts'
import { relayOutboxFacts } from './relay-outbox.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
beforeAll(async () => {
  const functions = (kit: Kit) => [chaseLeads, offerLeads, relayOutboxFacts, deliverWaitingMails].map((of) => of(kit))
  app = await startTestApp({ startAt: new Date(), functions })
})
afterAll(() => app.stop())

/** Facts leave the outbox once a minute here; each minute is a step of its own, as the clock has them. */
async function minutes(count: number) {
  for (let minute = 0; minute < count; minute += 1) await app.engine.advance('1m')
}

test('a lead that nobody works goes by itself from one agent to the next, and stays with whoever turns to it', async () => {
  const { db, engine, smtp } = app
  const office = await anOffice({}, db)
  const owner = await aPerson(office.id, { role: 'owner' }, db)
  const manager = await aPerson(office.id, { role: 'manager' }, db)
  const [ann, ben] = [await anAgent(office.id, {}, db), await anAgent(office.id, {}, db)]
  const method = { kind: 'round-robin' as const, pool: { agentIds: [ann.id, ben.id] } }
  const rule = { name: 'In turn', when: { doors: ['own_page' as const] }, handOver: 'assign' as const, method }
  await rulesInForce([{ ...rule, offerMinutes: 5, ladder: { clock: 'always', steps: [] } }], [owner, manager], db)
  const steps = [
    { act: 'remind', afterMinutes: 6 },
    { act: 'manager', afterMinutes: 8 },
    { act: 'take-back', afterMinutes: 10 },
  ]
  const course = { isOn: true, clock: 'always', steps, repeatMinutes: null, backTo: null }
  await db.leadChaseSetting.update({ where: { id: 1 }, data: { course } })

  const lead = await aLead(owner, {}, db)
  const given = { inquiryId: lead.id, agentId: ann.id, because: 'claimed' as const, why: null, at: engine.now() }
  await db.$transaction((tx) => giveLead(tx, given))
  const chases = () =>
    db.leadChase.findMany({
      where: { inquiryId: lead.id },
      orderBy: { startedAt: 'asc' },
      include: { steps: { orderBy: { rung: 'asc' } } },
    })
  await minutes(1)
  // A second run of the same chase, as after a fact that was told twice.
  const [first] = await chases()
  const data = { chaseId: first?.id ?? '', contactId: lead.contactId ?? '' }
  await db.outboxEvent.create({ data: { name: 'leads/lead.given', data } })
  await minutes(10)
  const [before, after] = await chases()
  expect(before).toMatchObject({ agentId: ann.id, end: 'takenBack' })
  expect(before?.steps.map(({ act }) => act)).toEqual(['remind', 'manager', 'takeBack'])
  expect(after).toMatchObject({ agentId: ben.id, end: null, steps: [] })
  await minutes(1)
  const about = (person: { email: string }) =>
    smtp.received.filter(({ to, raw }) => to === person.email && /still waits|went on/.test(raw)).length
  expect([about(ann), about(manager)]).toEqual([2, 1])

  await callAs(ben, { db, now: engine.now }).touches.log({
    ...{ id: crypto.randomUUID(), contactId: lead.contactId ?? '', channel: 'call', outcome: 'reached' },
  })
  await minutes(2)
  expect((await chases())[1]).toMatchObject({ end: 'worked', steps: [] })
  const runs = await db.jobRun.findMany({ where: { functionId: 'chase-lead' } })
  expect(runs.map(({ status, outcome }) => [status, outcome])).toEqual(Array(3).fill(['completed', 'good']))

  // Nothing runs for it: the watch sees that it stands, does what is due, and raises the alarm.
  const lost = await aLead(owner, {}, db)
  await db.$transaction((tx) =>
    giveLead(tx, { ...given, inquiryId: lost.id, at: new Date(engine.now().getTime() - 600_000) }),
  )
  await db.outboxEvent.updateMany({ where: { name: 'leads/lead.given', state: 'queued' }, data: { state: 'sent' } })
  expect(await watchLeads({ db, now: engine.now })).toMatchObject({ outcome: 'bad', counts: { neglected: 1 } })
  expect(await db.leadChaseStep.findMany({ where: { chase: { inquiryId: lost.id } } })).toMatchObject([
    { act: 'remind' },
  ])
  expect(await watchLeads({ db, now: engine.now })).toMatchObject({ outcome: 'good' })
})
