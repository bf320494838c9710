import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Office, Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aDeal } from '#server/testing/deal-factories.ts'
import { aContact, aListing, anAgent, anOffice } from '#server/testing/factories.ts'
import { aMaster } from '#server/testing/masters.ts'
import { type DealInput, upsertDeals } from './deals.bulk.ts'
import { weightedCents } from './deals.words.ts'

const NOON = new Date('2026-11-20T17:00:00Z')
let own: Awaited<ReturnType<typeof ownDatabase>>
let office: Office
let owner: Person
// The master of deals is one for all: the tests have a database of their own, and each an agent.
beforeAll(async () => {
  own = await ownDatabase()
  office = await anOffice({}, own.db)
  owner = await anAgent(office.id, { role: 'owner' }, own.db)
  await aMaster(own.db, 'deals', 'palmetto', owner)
})
afterAll(() => own.close())

async function someDeal(over: Parameters<typeof aDeal>[1] = {}) {
  const agent = await anAgent(office.id, {}, own.db)
  const contact = await aContact(agent, {}, own.db)
  const deal = await aDeal(contact, over, own.db)
  return { agent, contact, deal, as: callAs(agent, { db: own.db, now: () => NOON }).deals }
}
const factsOf = async (contactId: string) =>
  (await own.db.timelineEntry.findMany({ where: { contactId }, orderBy: { id: 'asc' } })).map(({ summary }) => summary)

describe('a deal', () => {
  test('is begun for a contact, edited on what was seen, and refused to whoever saw something older', async () => {
    const { agent, contact, as } = await someDeal()
    const home = await aListing({}, own.db)
    const milestones = [
      { kind: 'closing', dueOn: '2026-12-18' },
      { kind: 'inspection', dueOn: '2026-11-28' },
    ] as const
    const { id } = await as.add({
      ...{ contactId: contact.id, side: 'buyer', listingId: home.id, priceCents: 42_500_000n, commissionBps: 300 },
      ...{ expectedCloseOn: '2026-12-18', milestones: [...milestones] },
    })
    const seen = await as.byId({ dealId: id })
    expect(seen).toMatchObject({ state: 'read', canEdit: true })
    if (seen.state !== 'read') throw new Error('it was not read')
    expect(seen.deal).toMatchObject({
      ...{ stage: 'prospect', priceCents: 42_500_000n, expectedCloseOn: '2026-12-18', version: 1 },
      ...{ contact: { fullName: contact.fullName }, agent: { id: agent.id }, listing: { id: home.id } },
      milestones: [
        { kind: 'inspection', dueOn: '2026-11-28', doneAt: null },
        { kind: 'closing', dueOn: '2026-12-18', doneAt: null },
      ],
    })
    await as.setMilestone({ dealId: id, kind: 'inspection', done: true })
    const change = {
      dealId: id,
      side: 'buyer',
      priceCents: 41_900_000n,
      milestones: [{ kind: 'inspection', dueOn: '2026-11-29' }],
    } as const
    await expect(as.edit({ ...change, milestones: [], version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
    await as.edit({ ...change, milestones: [...change.milestones], version: 2 })
    expect(await as.byId({ dealId: id })).toMatchObject({
      deal: { priceCents: 41_900_000n, version: 3, milestones: [{ dueOn: '2026-11-29', doneAt: NOON }] },
    })
    expect(await factsOf(contact.id)).toEqual([
      `Deal begun by ${agent.fullName}: buyer`,
      `Inspection done, says ${agent.fullName}`,
    ])
  })

  test('goes on and back, each time with a fact and a deed; a lost one says why, a closed one when', async () => {
    const { agent, contact, deal, as } = await someDeal()
    await as.move({ dealId: deal.id, from: 'offer', to: 'underContract' })
    await as.move({ dealId: deal.id, from: 'underContract', to: 'offer' })
    await expect(as.move({ dealId: deal.id, from: 'offer', to: 'lost' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await as.move({ dealId: deal.id, from: 'offer', to: 'lost', lostReason: 'financing' })
    expect(await own.db.deal.findUniqueOrThrow({ where: { id: deal.id } })).toMatchObject({ lostReason: 'financing' })
    await as.move({ dealId: deal.id, from: 'lost', to: 'closed' })
    expect(await own.db.deal.findUniqueOrThrow({ where: { id: deal.id } })).toMatchObject({
      ...{ lostReason: null, closedOn: new Date('2026-11-20T00:00:00Z'), version: 5 },
    })
    const words = await factsOf(contact.id)
    expect(words).toContain(`Deal is now lost (the financing fell through), says ${agent.fullName}`)
    const deeds = await own.db.auditEntry.findMany({ where: { targetId: deal.id }, orderBy: { id: 'asc' } })
    expect(deeds.map(({ before, after }) => [before, after])).toEqual([
      [{ stage: 'offer' }, { stage: 'underContract' }],
      [{ stage: 'underContract' }, { stage: 'offer' }],
      [{ stage: 'offer' }, { stage: 'lost', reason: 'financing' }],
      [{ stage: 'lost' }, { stage: 'closed' }],
    ])
  })

  test('of two who move it from one stage, one wins and the other is told', async () => {
    const { deal, as } = await someDeal()
    const moves = (['closing', 'underContract'] as const).map((to) => as.move({ dealId: deal.id, from: 'offer', to }))
    const results = await Promise.allSettled(moves)
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'CONFLICT' })
  })

  test('is not written here while the old system is the master', async () => {
    const { contact, deal, as } = await someDeal()
    await aMaster(own.db, 'deals', 'legacy', owner)
    const writes = [
      as.add({ contactId: contact.id, side: 'buyer' }),
      as.edit({ dealId: deal.id, side: 'buyer', milestones: [], version: 1 }),
      as.move({ dealId: deal.id, from: 'offer', to: 'closing' }),
      as.setMilestone({ dealId: deal.id, kind: 'closing', done: true }),
    ]
    const refused = await Promise.allSettled(writes)
    expect(refused.map((one) => one.status === 'rejected' && one.reason.code)).toEqual(
      Array(4).fill('PRECONDITION_FAILED'),
    )
    expect(await own.db.deal.findUniqueOrThrow({ where: { id: deal.id } })).toMatchObject({
      version: 1,
      stage: 'offer',
    })
    await aMaster(own.db, 'deals', 'palmetto', owner)
  })
})

test('an open deal goes with its contact to the next agent; what is over stays with who did it', async () => {
  const { agent, contact, deal } = await someDeal()
  const done = await aDeal(contact, { stage: 'closed', closedOn: NOON }, own.db)
  const next = await anAgent(office.id, {}, own.db)
  const boss = callAs(owner, { db: own.db })
  await boss.contacts.handOverMany({ which: { ids: [contact.id] }, agentId: next.id })
  const agentOf = async ({ id }: { id: string }) => (await own.db.deal.findUniqueOrThrow({ where: { id } })).agentId
  expect([await agentOf(deal), await agentOf(done)]).toEqual([next.id, agent.id])
})

test('the board adds up each stage, and what it is worth by its chance; the list filters and pages', async () => {
  const { agent, contact, as } = await someDeal({ priceCents: 30_000_001n })
  const [month, next] = [new Date('2026-11-30'), new Date('2026-12-01')]
  await aDeal(contact, { stage: 'offer', priceCents: null, expectedCloseOn: month }, own.db)
  await aDeal(contact, { stage: 'closing', expectedCloseOn: next }, own.db)
  await aDeal(contact, { stage: 'closed', closedOn: month, expectedCloseOn: next }, own.db)
  await aDeal(contact, { removedAt: NOON }, own.db)
  const board = await as.board({})
  if (board.state !== 'read') throw new Error('it was not read')
  const offers = board.stages.find(({ stage }) => stage === 'offer')
  expect(offers).toMatchObject({
    count: 2,
    priceCents: 30_000_001n,
    weightedCents: weightedCents('offer', 30_000_001n),
  })
  expect(weightedCents('offer', 30_000_001n)).toBe(15_000_000n)
  expect(offers?.cards).toHaveLength(2)
  const found = async (input: Parameters<typeof as.list>[0]) => {
    const page = await as.list(input)
    return page.state === 'read' ? page.items.map(({ stage }) => stage).toSorted() : null
  }
  expect(await found({ closing: 'thisMonth' })).toEqual(['closed', 'offer'])
  expect(await found({ stage: 'closing' })).toEqual(['closing'])
  expect(await found({ contactId: contact.id, agentId: agent.id })).toHaveLength(4)
  expect(await found({ agentId: owner.id })).toEqual([])

  const at = new Date('2026-11-19T12:00:00Z')
  await Promise.all(Array.from({ length: 70 }, () => aDeal(contact, { updatedAt: at }, own.db)))
  const [first] = [await as.list({})]
  const second = first.state === 'read' ? await as.list({ cursor: first.nextCursor }) : null
  if (first.state !== 'read' || second?.state !== 'read') throw new Error('it was not read')
  expect(second.nextCursor).toBeUndefined()
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(74)
})

test('the sync overwrites while the old system is the master, then only what is older here, then nothing', async () => {
  const { contact, deal } = await someDeal({ priceCents: 1_00n })
  const told = (priceCents: number, minutes: number): DealInput => ({
    ...{ id: deal.id, contactId: contact.id, agentId: null, listingKey: null, side: 'buyer', stage: 'offer' },
    ...{ lostReason: null, priceCents, commissionBps: null, addressText: null, expectedCloseOn: null, closedOn: null },
    ...{ stageSince: NOON, createdAt: NOON, updatedAt: new Date(deal.updatedAt.getTime() + minutes * 60_000) },
    milestones: [{ kind: 'closing', dueOn: '2026-12-01', doneAt: null }],
  })
  const price = async () => (await own.db.deal.findUniqueOrThrow({ where: { id: deal.id } })).priceCents
  expect(await upsertDeals(own.db, [told(2_00, -9)], 'laterWins')).toMatchObject([{ outcome: 'unchanged' }])
  expect(await upsertDeals(own.db, [told(3_00, 9)], 'laterWins')).toMatchObject([{ outcome: 'updated' }])
  expect(await upsertDeals(own.db, [told(4_00, 19)], 'keep')).toMatchObject([{ outcome: 'unchanged' }])
  expect(await price()).toBe(3_00n)
  expect(await upsertDeals(own.db, [told(5_00, -9)], 'overwrite')).toMatchObject([{ outcome: 'updated' }])
  expect(await upsertDeals(own.db, [told(5_00, -9)], 'overwrite')).toMatchObject([{ outcome: 'unchanged' }])
  const late = { ...told(5_00, -9), milestones: [] }
  expect(await upsertDeals(own.db, [late], 'overwrite')).toMatchObject([{ outcome: 'updated' }])
  expect(await own.db.dealMilestone.count({ where: { dealId: deal.id } })).toBe(0)
})
