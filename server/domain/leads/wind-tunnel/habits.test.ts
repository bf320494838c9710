import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { anOfferedLead } from '#server/testing/lead-factories.ts'
import { readOffersOfHours } from './offers-of-hour.sql.ts'

test('what became of offers to one person alone is counted by the hour of their office’s week', async () => {
  const office = await anOffice({ timeZone: 'America/New_York' })
  const [ann, ben] = [await anAgent(office.id), await anAgent(office.id)]
  const after = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)
  const ask = async (people: readonly [typeof ann, ...(typeof ann)[]], at: Date, end: (at: Date) => object) => {
    const { offerId } = await anOfferedLead(people, { startedAt: at })
    await db.leadOfferPerson.updateMany({ where: { offerId }, data: end(at) })
  }
  // A Monday, a quarter past ten in the morning, and eleven in the evening of the Sunday before.
  const [monday, sunday] = [new Date('2021-03-01T15:15:00Z'), new Date('2021-03-01T04:00:00Z')]
  await ask([ann], monday, (at) => ({ wonAt: after(at, 2) }))
  await ask([ann], monday, (at) => ({ passedAt: after(at, 4), passReason: 'busy' }))
  await ask([ann], sunday, (at) => ({ missedAt: after(at, 5) }))
  await ask([ann], monday, () => ({}))
  await ask([ann, ben], monday, (at) => ({ missedAt: after(at, 5) }))
  const hours = await readOffersOfHours(db, { from: new Date('2021-02-28'), to: new Date('2021-03-02') })
  expect(hours.filter(({ agentId }) => agentId === ann.id || agentId === ben.id)).toEqual([
    { agentId: ann.id, hour: 10, offers: 2, accepted: 1, passed: 1, minutes: 6 },
    { agentId: ann.id, hour: 167, offers: 1, accepted: 0, passed: 0, minutes: 0 },
  ])
})
