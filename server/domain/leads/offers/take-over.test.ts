import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db, RootDb } from '#server/db.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { aCourse, anOfferedLead } from '#server/testing/lead-factories.ts'
import { lockOffer, makeOffer } from './offers.store.ts'
import { takeOver } from './take-over.ts'

let db: RootDb
let close: () => Promise<void>
beforeAll(async () => ({ db, close } = await ownDatabase()))
afterAll(() => close())

/** Whether somebody waits for a row that another transaction holds. */
const waiting = async () => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return rows.length
}

async function aScene() {
  const { id: officeId } = await anOffice({}, db)
  const [ann, ben] = [await anAgent(officeId, {}, db), await anAgent(officeId, {}, db)]
  const { lead, offerId } = await anOfferedLead([ann], aCourse(), db)
  /** Its ladder goes on: what was held out is over, and somebody else is asked. */
  const goOn = async (tx: Db) => {
    await tx.leadOffer.update({ where: { id: offerId }, data: { state: 'timedOut', endedAt: new Date() } })
    const next = { inquiryId: lead.id, hop: 1, kind: 'direct', rung: 0, at: new Date() } as const
    return makeOffer(tx, { ...next, personIds: [ben.id], course: aCourse() })
  }
  return { inquiryId: lead.id, offerId, goOn }
}

test('an offer that a ladder makes while the one before it is waited for ends as well', async () => {
  const { inquiryId, offerId, goOn } = await aScene()
  const taken = await db.$transaction(async (tx) => {
    await lockOffer(tx, offerId)
    const taking = db.$transaction((other) => takeOver(other, { inquiryId, at: new Date() }))
    await expect.poll(waiting).toBe(1)
    await goOn(tx)
    return { taking }
  })
  await taken.taking
  const offers = await db.leadOffer.findMany({ where: { inquiryId }, orderBy: { hop: 'asc' } })
  expect(offers.map(({ state }) => state)).toEqual(['timedOut', 'withdrawn'])
})

test('one that is made while the lead is waited for is nobody’s to end: it is said, and nothing has happened', async () => {
  const { inquiryId, offerId, goOn } = await aScene()
  await db.leadOffer.update({ where: { id: offerId }, data: { state: 'timedOut', endedAt: new Date() } })
  const taken = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM inquiry WHERE id = ${inquiryId}::uuid FOR UPDATE`
    const taking = db.$transaction((other) => takeOver(other, { inquiryId, at: new Date() })).catch((error) => error)
    await expect.poll(waiting).toBe(1)
    await goOn(tx)
    return { taking }
  })
  expect(await taken.taking).toMatchObject({ code: 'CONFLICT' })
  expect(await db.leadOffer.count({ where: { inquiryId, endedAt: null } })).toBe(1)
})
