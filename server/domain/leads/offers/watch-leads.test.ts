import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { aLead, anOfferedLead } from '#server/testing/lead-factories.ts'
import { tellOffer } from './turns.service.ts'
import { watchLeads } from './watch-leads.service.ts'

let own: Awaited<ReturnType<typeof ownDatabase>>
beforeAll(async () => {
  own = await ownDatabase()
})
afterAll(() => own.close())

const start = new Date('2026-11-24T15:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)

test('a lead that nobody looks after is an alarm, and has somebody from then on; every other one is left alone', async () => {
  const { db } = own
  const office = await anOffice({}, db)
  const owner = await aPerson(office.id, { role: 'owner' }, db)
  const [agent, gone] = [await anAgent(office.id, {}, db), await anAgent(office.id, { removedAt: start }, db)]
  const came = { receivedAt: start, takenInAt: start }
  const lost = {
    unread: await aLead(owner, { ...came, state: 'received', takenInAt: null, because: null, contactId: null }, db),
    offeredToNobody: await aLead(owner, came, db),
    ofSomebodyGone: await aLead(gone, { ...came, state: 'open', agentId: gone.id, because: 'claimed' }, db),
    ofNobody: await aLead(owner, { ...came, state: 'open', because: 'default' }, db),
  }
  const standing = await anOfferedLead([agent], { startedAt: start }, db)
  const fine = [
    await anOfferedLead([agent], { startedAt: minutes(6) }, db),
    { lead: await aLead(agent, { ...came, state: 'open', agentId: agent.id }, db) },
    { lead: await aLead(owner, { ...came, state: 'open', because: 'old-system' }, db) },
    { lead: await aLead(owner, { receivedAt: minutes(9), state: 'received', takenInAt: null, because: null }, db) },
  ]
  const before = await db.inquiry.findMany({
    where: { id: { in: fine.map(({ lead }) => lead.id) } },
    orderBy: { id: 'asc' },
  })

  const watch = () => watchLeads({ db, now: () => minutes(10) })
  expect(await watch()).toMatchObject({ outcome: 'bad', counts: { neglected: 5 } })
  expect(
    await db.outboxEvent.count({
      where: { name: 'leads/inquiry.received', data: { equals: { inquiryId: lost.unread.id } } },
    }),
  ).toBe(1)
  const { offeredToNobody, ofSomebodyGone, ofNobody } = lost
  for (const { id } of [offeredToNobody, ofSomebodyGone, ofNobody, standing.lead]) {
    expect(await db.inquiry.findUniqueOrThrow({ where: { id }, include: { contact: true } })).toMatchObject({
      ...{ state: 'open', agentId: owner.id, contact: { agentId: owner.id } },
    })
  }
  expect(
    await db.inquiry.findMany({ where: { id: { in: fine.map(({ lead }) => lead.id) } }, orderBy: { id: 'asc' } }),
  ).toEqual(before)
  await db.inquiry.update({
    where: { id: lost.unread.id },
    data: { state: 'open', agentId: agent.id, takenInAt: start, because: 'default' },
  })
  expect(await watch()).toMatchObject({ outcome: 'good' })
})

test('an offer that waits in every queue and has reached nobody is an alarm until a channel delivers it', async () => {
  const { db } = own
  const agent = await anAgent((await anOffice({}, db)).id, {}, db)
  const { offerId } = await anOfferedLead([agent], { startedAt: minutes(60), offerMinutes: 60 }, db)
  await tellOffer({ db }, { offerId })
  const watchAt = async (minute: number) => (await watchLeads({ db, now: () => minutes(minute) })).counts
  expect(await watchAt(61)).toMatchObject({ unreached: 0 })
  expect(await watchAt(63)).toMatchObject({ unreached: 1 })
  const delivered = { state: 'sent', sentAt: minutes(63), subject: 'A lead' } as const
  await db.outboxMail.updateMany({ where: { kind: 'offer', recipient: agent.email }, data: delivered })
  expect(await watchAt(64)).toMatchObject({ unreached: 0 })
})
