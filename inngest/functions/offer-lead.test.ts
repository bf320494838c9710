import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPlacedListing } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { rulesInForce } from '#server/testing/lead-factories.ts'
import type { Kit } from '../scheduled.ts'
import { startTestApp } from '../testing.ts'
import { deliverWaitingMails } from './deliver-mails.ts'
import { offerLeads } from './offer-lead.ts'
import { relayOutboxFacts } from './relay-outbox.ts'
import { takeInInquiries } from './take-in-inquiry.ts'
import { watchLeadsEachMinute } from './watch-leads.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
beforeAll(async () => {
  // What a lead passes through, and nothing beside it: each minute of the clock runs every schedule that is there.
  const functions = (kit: Kit) =>
    [takeInInquiries, offerLeads, relayOutboxFacts, deliverWaitingMails, watchLeadsEachMinute].map((of) => of(kit))
  app = await startTestApp({ startAt: new Date(), functions })
})
afterAll(() => app.stop())

async function aFirm() {
  const { db } = app
  const office = await anOffice({}, db)
  const owner = await aPerson(office.id, { role: 'owner' }, db)
  const manager = await aPerson(office.id, { role: 'manager' }, db)
  const agents = [await anAgent(office.id, {}, db), await anAgent(office.id, {}, db)] as const
  const [ann, ben] = agents
  const pool = { agentIds: [ann.id, ben.id] }
  const steps = [
    { afterMinutes: 3, act: 're-ping' as const },
    { afterMinutes: 60, act: 'manager' as const },
  ]
  const rule = { name: 'Everybody in turn', when: { doors: ['own_page' as const] }, handOver: 'offer' as const }
  await rulesInForce(
    [{ ...rule, method: { kind: 'round-robin', pool }, offerMinutes: 5, ladder: { clock: 'always', steps } }],
    [owner, manager],
    db,
  )
  return { owner, manager, ann, ben }
}

/** Somebody asks about a home; how their lead stands is told by the function that comes back. */
async function somebodyAsks() {
  const { db, engine } = app
  const home = await aPlacedListing({}, db)
  const email = `nora-${crypto.randomUUID().slice(0, 8)}@example.test`
  const asked = { kind: 'Question' as const, fullName: 'Nora Hale', email, message: 'Is the dock deep enough?' }
  const requestKey = crypto.randomUUID()
  await callAs(null, { db, now: engine.now }).leads.ask({
    requestKey,
    listingKey: home.listingKey,
    ...asked,
    openForMs: 20_000,
  })
  await engine.advance('1m')
  const standing = () =>
    db.inquiry.findUniqueOrThrow({
      where: { requestKey },
      include: { contact: true, offers: { orderBy: { hop: 'asc' }, include: { people: true } } },
    })
  return { email, standing }
}

/** Facts leave the outbox once a minute here; each minute is a step of its own, as the clock has them. */
async function minutes(count: number) {
  for (let minute = 0; minute < count; minute += 1) await app.engine.advance('1m')
}

test('a lead that everybody ignores is told of once more, goes to the next agent, to the manager, and is theirs when they take it', async () => {
  const { db, engine, smtp } = app
  const { owner, manager, ann, ben } = await aFirm()
  const { email, standing } = await somebodyAsks()
  const first = await standing()
  const [askedFirst, askedNext] = first.offers[0]?.people[0]?.personId === ann.id ? [ann, ben] : [ben, ann]
  // Whoever keeps it meanwhile is no agent of theirs.
  expect(first).toMatchObject({ state: 'offered', agentId: null, contact: { agentId: owner.id } })
  await minutes(2)
  const mailsTo = (person: { email: string }) => smtp.received.filter(({ to }) => to === person.email)
  expect(mailsTo(askedFirst)).toHaveLength(1)
  for (const secret of ['Nora', email, 'dock']) expect(mailsTo(askedFirst)[0]?.raw).not.toContain(secret)
  await minutes(2)
  expect(mailsTo(askedFirst)).toHaveLength(2)
  await minutes(3)
  expect(mailsTo(askedNext)).toHaveLength(1)
  await minutes(4)
  const third = await standing()
  expect(third.offers.map(({ state, people }) => [state, people[0]?.personId])).toEqual([
    ['timedOut', askedFirst.id],
    ['timedOut', askedNext.id],
    [third.offers[2]?.state, manager.id],
  ])
  const offerId = third.offers[2]?.id ?? ''
  if (third.offers[2]?.endedAt) throw new Error('The manager had no time.')
  await callAs(manager, { db, now: engine.now }).offers.claim({ offerId, channel: 'mail' })
  await minutes(3)
  expect(await standing()).toMatchObject({ state: 'open', agentId: manager.id, contact: { agentId: manager.id } })
  const receipt = smtp.received.find(({ to }) => to === email)
  expect(receipt?.raw).toContain(manager.email)
  const runs = await db.jobRun.findMany({ where: { functionId: 'offer-lead' } })
  expect(runs.map(({ status, outcome }) => [status, outcome])).toEqual(Array(3).fill(['completed', 'good']))
  expect(await db.jobRun.findMany({ where: { functionId: 'watch-leads', outcome: { not: 'good' } } })).toEqual([])
})

test('who writes again while their lead is held out stays one person, and goes to whoever takes it', async () => {
  const { db, engine } = app
  const { email, standing } = await somebodyAsks()
  const again = { fullName: 'Nora Hale', email, message: 'And is there a garage?', openForMs: 20_000 }
  const home = await aPlacedListing({}, db)
  const requestKey = crypto.randomUUID()
  await callAs(null, { db, now: engine.now }).leads.ask({
    requestKey,
    listingKey: home.listingKey,
    kind: 'Question',
    ...again,
  })
  await engine.advance('1m')
  const { offers, id } = await standing()
  expect(await db.inquiry.findUniqueOrThrow({ where: { requestKey } })).toMatchObject({ state: 'offered', joinsId: id })
  const personId = offers[0]?.people[0]?.personId ?? ''
  const asked = await db.person.findUniqueOrThrow({ where: { id: personId } })
  await callAs(asked, { db, now: engine.now }).offers.claim({ offerId: offers[0]?.id ?? '' })
  expect(await db.inquiry.findMany({ where: { email }, select: { state: true, agentId: true } })).toEqual(
    Array(2).fill({ state: 'open', agentId: personId }),
  )
  expect(await db.contact.count({ where: { email } })).toBe(1)
  expect(await db.timelineEntry.count({ where: { contact: { email }, kind: 'inquiry.received' } })).toBe(2)
})
