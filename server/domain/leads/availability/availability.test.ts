import { describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { composeMail } from '#server/mail-composers.ts'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { anOfferedLead } from '#server/testing/lead-factories.ts'
import { readAgentStates } from '../routing/agents.sql.ts'
import { recordMiss } from './misses.service.ts'

const HOUR_MS = 3_600_000
const stateOf = async (id: string) => {
  const scope = { officeIds: [], teamIds: [], agentIds: [id], managersOf: null }
  const [state] = await readAgentStates(db, scope, new Date())
  return state
}

const marsh: [number, number][] = [
  [-79.9, 32.8],
  [-79.8, 32.8],
  [-79.8, 32.9],
]

test('what somebody says about their leads is what the router reads', async () => {
  const agent = await anAgent((await anOffice()).id)
  const mine = callAs(agent).availability
  expect(await stateOf(agent.id)).toMatchObject({ status: 'available', hours: [], vacations: [], capacity: null })
  const hours = [
    { day: 'mon' as const, fromMinute: 540, untilMinute: 720 },
    { day: 'mon' as const, fromMinute: 720, untilMinute: 1_080 },
  ]
  const limits = {
    capacity: 7,
    minPriceCents: null,
    maxPriceCents: 90_000_000,
    citySlugs: ['summerville'],
    postalCodes: ['29464'],
    areas: [marsh],
  }
  await mine.setHours({ hours })
  await mine.setLimits(limits)
  const today = new Date().toISOString().slice(0, 10)
  const { vacationId } = await mine.addVacation({ from: today, until: today })
  const until = new Date(Date.now() + HOUR_MS)
  await mine.setAway({ until })
  expect(await stateOf(agent.id)).toMatchObject({
    ...{ status: 'away', statusUntil: until, hours, capacity: 7, minPriceCents: null, maxPriceCents: 90_000_000 },
    ...{ vacations: [{ from: today, until: today }] },
    coverage: { citySlugs: ['summerville'], postalCodes: ['29464'], areas: [marsh] },
  })
  expect(await mine.mine()).toMatchObject({
    standing: { status: 'away', reason: 'own' },
    hours,
    vacations: [{ id: vacationId }],
  })
  await mine.setAvailable()
  await mine.removeVacation({ vacationId })
  expect(await stateOf(agent.id)).toMatchObject({ status: 'available', statusUntil: null, vacations: [] })
})

test('an appointment that is going on is read by the router, and told; one that is called off or over is not', async () => {
  const agent = await anAgent((await anOffice()).id)
  const [now, own] = [Date.now(), { ownerId: agent.id, title: 'At a home' }]
  const span = (from: number, until: number) => ({
    startsAt: new Date(now + from * HOUR_MS),
    endsAt: new Date(now + until * HOUR_MS),
  })
  await db.appointment.createMany({
    data: [
      { ...own, ...span(-1, 1) },
      { ...own, ...span(-1, 2), status: 'canceled' },
      { ...own, ...span(-1, 2), removedAt: new Date(now) },
      { ...own, ...span(-2, -1) },
      { ...own, ...span(1, 2) },
    ],
  })
  const { startsAt: from, endsAt: until } = span(-1, 1)
  expect(await stateOf(agent.id)).toMatchObject({ busy: [{ from, until }] })
  expect(await callAs(agent).availability.mine()).toMatchObject({ skipsBusy: true, busyUntil: until })
})

test('hours and vacations that overlap are refused, also when both are said at once', async () => {
  const agent = await anAgent((await anOffice()).id)
  const mine = callAs(agent).availability
  const twice = { day: 'tue' as const, fromMinute: 600, untilMinute: 700 }
  await expect(
    mine.setHours({ hours: [twice, { ...twice, fromMinute: 699, untilMinute: 800 }] }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const days = { from: '2030-06-01', until: '2030-06-14' }
  const said = await Promise.allSettled(
    [days, { ...days, from: '2030-06-14', until: '2030-06-20' }].map((each) => mine.addVacation(each)),
  )
  expect(said.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const hours = await Promise.allSettled(Array.from({ length: 4 }, () => mine.setHours({ hours: [twice] })))
  expect(hours.every(({ status }) => status === 'fulfilled')).toBe(true)
  const straight = db.agentHours.create({ data: { personId: agent.id, ...twice, fromMinute: 650, untilMinute: 660 } })
  await expect(straight).rejects.toThrow('hours_do_not_overlap')
})

test('who is paused by the office comes back by the office’s word, or when the time is over', async () => {
  const office = await anOffice()
  const [agent, manager] = [await anAgent(office.id), await aPerson(office.id, { role: 'manager' })]
  await callAs(manager).availability.pause({ personId: agent.id, until: new Date(Date.now() + HOUR_MS) })
  const mine = callAs(agent).availability
  await expect(mine.setAvailable()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await callAs(manager).availability.people()).toMatchObject([{ id: agent.id, standing: { status: 'paused' } }])
  const later = callAs(agent, { now: () => new Date(Date.now() + 2 * HOUR_MS) }).availability
  expect(await later.standing()).toMatchObject({ status: 'available' })
  await callAs(manager).availability.resume({ personId: agent.id })
  expect(await mine.standing()).toMatchObject({ status: 'available' })
  const deeds = await db.auditEntry.findMany({ where: { actorId: manager.id }, orderBy: { id: 'asc' } })
  expect(deeds.map(({ action }) => action)).toEqual(['leadsPaused', 'leadsResumed'])
})

test('where somebody takes leads can be said by whoever leads them, and by nobody else; it is in the audit', async () => {
  const office = await anOffice()
  const [agent, manager] = [await anAgent(office.id), await aPerson(office.id, { role: 'manager' })]
  await callAs(agent).availability.setLimits({
    ...{
      capacity: 3,
      minPriceCents: null,
      maxPriceCents: null,
      citySlugs: ['summerville'],
      postalCodes: [],
      areas: [],
    },
  })
  const where = { personId: agent.id, citySlugs: [], postalCodes: ['29401'], areas: [marsh] }
  await callAs(manager).availability.setCoverage(where)
  const coverage = { citySlugs: [], postalCodes: ['29401'], areas: [marsh] }
  expect(await stateOf(agent.id)).toMatchObject({ capacity: 3, coverage })
  expect(await callAs(manager).availability.coverage({ personId: agent.id })).toMatchObject(coverage)
  expect(await callAs(agent).availability.mine()).toMatchObject(coverage)
  const stranger = await aPerson((await anOffice()).id, { role: 'manager' })
  for (const other of [stranger, agent, await anAgent(office.id)]) {
    await expect(callAs(other).availability.setCoverage(where)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
  const deeds = await db.auditEntry.findMany({ where: { actorId: manager.id } })
  expect(deeds).toMatchObject([{ action: 'coverageChanged', targetId: agent.id }])
})

describe('offers that run out', () => {
  type Word = 'missed' | 'passed'
  /** Offers one after the other, and what became of each; says whether they are away after it. */
  async function run(words: readonly Word[]) {
    const agent = await anAgent((await anOffice()).id)
    const away: boolean[] = []
    for (const [index, word] of words.entries()) {
      const { offerId } = await anOfferedLead([agent], { startedAt: new Date(Date.now() - HOUR_MS + index * 60_000) })
      const at = new Date(Date.now() - HOUR_MS + index * 60_000 + 30_000)
      const end = word === 'missed' ? { missedAt: at } : { passedAt: at, passReason: 'busy' as const }
      await db.leadOfferPerson.updateMany({ where: { offerId }, data: end })
      if (word === 'missed')
        away.push((await db.$transaction((tx) => recordMiss(tx, { personId: agent.id, offerId, at }))).isAway)
    }
    return { agent, away }
  }

  test('three in a row without a word: away for a day, with a mail that knows the way back', async () => {
    const { agent, away } = await run(['missed', 'missed', 'missed', 'missed'])
    expect(away).toEqual([false, false, true, false])
    expect(await callAs(agent).availability.standing()).toMatchObject({ status: 'away', reason: 'missedOffers' })
    const [mail] = await db.outboxMail.findMany({ where: { recipient: agent.email, kind: 'set-away' } })
    if (!mail) throw new Error('no mail')
    const composed = await composeMail(db, mail, new Date())
    if (!('send' in composed)) throw new Error(composed.suppress)
    expect(composed.send.text).toContain('/settings/availability')
    await callAs(agent).availability.setAvailable()
    expect(await composeMail(db, mail, new Date())).toEqual({ suppress: 'back-again' })
  })

  test('a pass is a word: it is never counted, and the count begins anew', async () => {
    const { agent, away } = await run(['passed', 'missed', 'missed', 'passed', 'passed', 'passed', 'missed', 'missed'])
    expect(away).toEqual([false, false, false, false])
    expect(await callAs(agent).availability.standing()).toMatchObject({ status: 'available' })
  })
})
