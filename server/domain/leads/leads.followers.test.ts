import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDb, db } from '#server/db.ts'
import { env } from '#server/env.ts'
import { startCountingFront } from '#server/testing/counting-front.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { anIdleLead } from '#server/testing/lead-factories.ts'
import { leadFollowers } from './leads.followers.ts'

let front: Awaited<ReturnType<typeof startCountingFront>>
let counted: typeof db
beforeAll(async () => {
  front = await startCountingFront(env.DATABASE_URL)
  counted = connectDb(front.url, 1)
})
afterAll(async () => {
  await counted.$disconnect()
  await front.stop()
})

/** People with a lead each, who have another agent now; how often the database was asked when their leads followed. */
async function moveBook(count: number, zones: readonly [string, string]) {
  const [here, there] = [await anOffice({ timeZone: zones[0] }), await anOffice({ timeZone: zones[1] })]
  const [from, to] = [await anAgent(here.id), await anAgent(there.id)]
  const leads = await Promise.all(Array.from({ length: count }, async () => (await anIdleLead(db, from)).lead))
  const contactIds = leads.flatMap(({ contactId }) => contactId ?? [])
  await db.contact.updateMany({ where: { id: { in: contactIds } }, data: { agentId: to.id, officeId: there.id } })
  const moves = contactIds.map((contactId) => ({ contactId, fromId: from.id }))
  const before = front.said()
  expect(await counted.$transaction((tx) => leadFollowers.followAgents(tx, moves))).toBe(count)
  const said = front.said() - before
  const inquiryId = { in: leads.map(({ id }) => id) }
  return { said, to, inquiryId, chases: await db.leadChase.findMany({ where: { inquiryId } }) }
}

test('the leads of a whole book follow it in as many statements as one, each chased on the clock of its new office', async () => {
  const zones = ['Asia/Tokyo', 'America/New_York'] as const
  const one = await moveBook(1, zones)
  const many = await moveBook(20, zones)
  expect(many.said).toBeLessThan(one.said * 2)
  const live = many.chases.filter(({ end }) => end === null)
  expect(live.map(({ agentId }) => agentId)).toEqual(Array(20).fill(many.to.id))
  expect(live[0]?.course).toMatchObject({ timeZone: 'America/New_York' })
  expect(many.chases.filter(({ end }) => end === 'movedOn')).toHaveLength(20)
  const facts = await db.outboxEvent.findMany({
    where: { OR: many.chases.map(({ id }) => ({ data: { path: ['chaseId'], equals: id } })) },
  })
  const told = (name: string) => facts.filter((fact) => fact.name === name).length
  expect([told('leads/lead.given'), told('leads/chase.ended')]).toEqual([40, 20])
})
