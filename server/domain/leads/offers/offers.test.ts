import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice, aPerson, aTeam } from '#server/testing/factories.ts'
import { aCourse, aLead, anOfferedLead } from '#server/testing/lead-factories.ts'
import { claimOffer, handBack, needTenMinutes, passOffer, seeOffer } from './offers.service.ts'
import { CHANNELS } from './offers.words.ts'
import { pondAgeOf } from './pond-ages.words.ts'
import { lookAhead, takeTurn, tellOffer } from './turns.service.ts'

const start = new Date('2026-11-24T15:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)
const at = (time: Date) => ({ db, now: () => time })

let ann: Person
let ben: Person
let manager: Person
let lead: Person
beforeAll(async () => {
  const office = await anOffice()
  const team = await aTeam(office.id)
  ann = await anAgent(office.id, { fullName: 'Ann Lee', teamId: team.id })
  ben = await anAgent(office.id, { fullName: 'Ben Ortiz', teamId: team.id })
  manager = await aPerson(office.id, { role: 'manager' })
  lead = await aPerson(office.id, { role: 'teamLead', teamId: team.id })
})

const offer = (
  people: readonly [Person, ...Person[]],
  steps: { afterMinutes: number; act: 're-ping' | 'team-lead' | 'manager' }[] = [],
) => anOfferedLead(people, aCourse({ startedAt: start, ladder: { clock: 'always', steps } }))
const standingOf = (inquiryId: string) =>
  db.inquiry.findUniqueOrThrow({
    where: { id: inquiryId },
    include: { contact: true, offers: { orderBy: { hop: 'asc' }, include: { people: true } } },
  })
const mailsTo = (person: Person, kind: string, offerId: string) =>
  db.outboxMail.count({ where: { kind, recipient: person.email, dedupeKey: { contains: offerId } } })

describe('a claim', () => {
  test('of many at once, on every channel, has one winner, and everybody else hears who and after how long', async () => {
    const office = await anOffice()
    const [first, ...others] = await Promise.all(Array.from({ length: 12 }, () => anAgent(office.id)))
    if (!first) throw new Error('Nobody came.')
    const people = [first, ...others] as const
    const { lead: inquiry, offerId } = await offer(people)
    const claims = people.flatMap(({ id: personId }, index) =>
      CHANNELS.map((channel) => claimOffer(at(minutes(1 + index / 60)), { offerId, personId, channel })),
    )
    const answers = await Promise.all(claims)
    const standing = await standingOf(inquiry.id)
    const winner = people.find(({ id }) => id === standing.agentId)
    expect(standing).toMatchObject({ state: 'open', because: 'claimed', contact: { agentId: winner?.id } })
    const lost = answers.filter(({ outcome }) => outcome === 'lost')
    expect(lost).toHaveLength((people.length - 1) * CHANNELS.length)
    for (const answer of lost) expect(answer).toMatchObject({ winner: { id: winner?.id, fullName: winner?.fullName } })
    expect(answers.filter(({ outcome }) => outcome === 'won')).toHaveLength(CHANNELS.length)
    const told = await db.outboxMail.findMany({ where: { dedupeKey: { startsWith: `inquiry:${inquiry.id}` } } })
    expect(told.map(({ recipient }) => recipient)).toEqual([winner?.email])
  })

  test('tells nothing of who it is before, and everything to whoever has it, and to nobody else', async () => {
    const { lead: inquiry, offerId } = await offer([ann, ben])
    const before = await callAs(ann).offers.byId({ offerId })
    expect(before).toMatchObject({ headline: 'Somebody wants to buy in Mount Pleasant', client: null })
    for (const secret of [inquiry.fullName, inquiry.email ?? '', '555-0142', 'We move in spring'])
      expect(JSON.stringify(before)).not.toContain(secret)
    expect(await callAs(ann).offers.claim({ offerId, channel: 'app' })).toMatchObject({ outcome: 'won' })
    expect(await callAs(ann).offers.byId({ offerId })).toMatchObject({ client: { fullName: inquiry.fullName } })
    expect(await callAs(ben).offers.byId({ offerId })).toMatchObject({ client: null, winner: { fullName: 'Ann Lee' } })
    await expect(callAs(manager).offers.byId({ offerId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('is nobody’s who was not asked, has passed, or has left', async () => {
    const { offerId } = await offer([ann, ben])
    const gone = await anAgent(ann.officeId, { removedAt: start })
    await db.leadOfferPerson.create({ data: { offerId, personId: gone.id, askedAt: start } })
    const claim = (personId: string) => claimOffer(at(minutes(1)), { offerId, personId, channel: 'slack' })
    expect(await claim(manager.id)).toEqual({ outcome: 'unknown' })
    expect(await claim(gone.id)).toEqual({ outcome: 'unknown' })
    await passOffer(at(minutes(1)), { offerId, personId: ben.id, channel: 'slack', reason: 'busy' })
    expect(await claim(ben.id)).toEqual({ outcome: 'passed', at: minutes(1) })
    expect(await claim(ann.id)).toMatchObject({ outcome: 'won' })
  })

  test('by mistake goes back within the minute, with the time that was left, and the client hears nothing of it', async () => {
    const { lead: inquiry, offerId, keeper } = await offer([ann])
    const mine = { offerId, personId: ann.id, channel: 'app' } as const
    await claimOffer(at(minutes(2)), mine)
    const receipt = await db.outboxMail.findUniqueOrThrow({ where: { dedupeKey: `inquiry-receipt:${inquiry.id}` } })
    expect(receipt.notBefore).toEqual(minutes(3))
    expect(await handBack(at(minutes(2.5)), mine)).toEqual({ outcome: 'back', expiresAt: minutes(5.5) })
    expect(await standingOf(inquiry.id)).toMatchObject({
      ...{ state: 'offered', agentId: null, contact: { agentId: keeper.id } },
      offers: [{ state: 'offered', winnerId: null }],
    })
    await claimOffer(at(minutes(3)), mine)
    expect(await handBack(at(minutes(3.1)), mine)).toEqual({ outcome: 'too-late' })

    const late = await offer([ann])
    await claimOffer(at(minutes(2)), { ...mine, offerId: late.offerId })
    expect(await handBack(at(minutes(3.1)), { ...mine, offerId: late.offerId })).toEqual({ outcome: 'too-late' })
  })
})

describe('an offer that nobody takes', () => {
  const steps = [
    { afterMinutes: 2, act: 're-ping' as const },
    { afterMinutes: 6, act: 'team-lead' as const },
    { afterMinutes: 12, act: 'manager' as const },
  ]

  test('is told once more, and goes up its ladder to the team lead, the manager, and the person for everything else', async () => {
    const { lead: inquiry, offerId, keeper } = await offer([ann], steps)
    await tellOffer(at(start), { offerId })
    await tellOffer(at(start), { offerId })
    expect(await mailsTo(ann, 'offer', offerId)).toBe(1)
    expect(await lookAhead(at(start), { offerId })).toEqual({ at: minutes(2).toISOString() })
    expect(await takeTurn(at(minutes(1)), { offerId })).toEqual({ did: 'nothing' })
    const turns = await Promise.all(Array.from({ length: 4 }, () => takeTurn(at(minutes(2)), { offerId })))
    expect(turns.map(({ did }) => did).toSorted()).toEqual(['nothing', 'nothing', 'nothing', 're-pinged'])
    expect(await mailsTo(ann, 'offer', offerId)).toBe(2)
    await db.outboxMail.updateMany({
      where: { dedupeKey: { startsWith: `offer:${offerId}` } },
      data: { state: 'sent', sentAt: minutes(1), subject: 'A lead' },
    })

    // Its own five minutes are over before the ladder's sixth: nobody else is asked by this rule, so the ladder goes on.
    await takeTurn(at(minutes(5)), { offerId })
    const [, second] = (await standingOf(inquiry.id)).offers
    expect(second).toMatchObject({ hop: 1, people: [{ personId: lead.id }] })
    await takeTurn(at(minutes(10)), { offerId: second?.id ?? '' })
    const [, , third] = (await standingOf(inquiry.id)).offers
    expect(third).toMatchObject({ hop: 2, people: [{ personId: manager.id }] })
    await takeTurn(at(minutes(15)), { offerId: third?.id ?? '' })
    const standing = await standingOf(inquiry.id)
    expect(standing).toMatchObject({ state: 'open', agentId: keeper.id, because: 'default' })
    expect(standing.offers.map(({ state }) => state)).toEqual(['timedOut', 'timedOut', 'timedOut'])
    expect(
      await db.leadLadderStep.findMany({ where: { offer: { inquiryId: inquiry.id } }, orderBy: { takenAt: 'asc' } }),
    ).toMatchObject([{ act: 'rePing' }, { act: 'teamLead' }, { act: 'manager' }, { act: 'fallback' }])
  })

  test('goes on at once when everybody has passed, with their reasons kept, and not before', async () => {
    const { lead: inquiry, offerId } = await offer([ann, ben], steps)
    await passOffer(at(minutes(1)), { offerId, personId: ann.id, channel: 'slack', reason: 'outOfArea' })
    expect(await standingOf(inquiry.id)).toMatchObject({ offers: [{ endedAt: null }] })
    await passOffer(at(minutes(1)), { offerId, personId: ben.id, channel: 'mail', reason: 'busy' })
    expect(await standingOf(inquiry.id)).toMatchObject({
      offers: [{ state: 'passed', endedVia: 'mail' }, { people: [{ personId: lead.id }] }],
    })
    const answer = { offerId, personId: ann.id, channel: 'app' } as const
    expect(await passOffer(at(minutes(2)), { ...answer, reason: 'busy' })).toEqual({ outcome: 'passed' })
  })

  test('waits ten minutes more for whoever asks, once, and not for one of many', async () => {
    const { offerId } = await offer([ann])
    const mine = { offerId, personId: ann.id, channel: 'slack' } as const
    expect(await needTenMinutes(at(minutes(4)), mine)).toEqual({ outcome: 'granted', expiresAt: minutes(15) })
    expect(await needTenMinutes(at(minutes(5)), mine)).toEqual({ outcome: 'had-it', expiresAt: minutes(15) })
    expect(await lookAhead(at(minutes(5)), { offerId })).toEqual({ at: minutes(15).toISOString() })
    const many = await offer([ann, ben])
    expect(await needTenMinutes(at(minutes(1)), { ...mine, offerId: many.offerId })).toEqual({ outcome: 'unknown' })
  })

  test('is seen once by each, and a claim that comes with the last second wins or loses as a whole', async () => {
    const { lead: inquiry, offerId } = await offer([ann], steps)
    const mine = { offerId, personId: ann.id, channel: 'push' } as const
    expect(await seeOffer(at(minutes(1)), mine)).toEqual({ live: true })
    await seeOffer(at(minutes(2)), mine)
    expect(await standingOf(inquiry.id)).toMatchObject({ offers: [{ state: 'seen', seenAt: minutes(1) }] })
    const [claimed] = await Promise.all([claimOffer(at(minutes(5)), mine), takeTurn(at(minutes(5)), { offerId })])
    const standing = await standingOf(inquiry.id)
    const live = standing.offers.filter(({ endedAt }) => endedAt === null)
    if (claimed.outcome === 'won') expect(standing).toMatchObject({ state: 'open', agentId: ann.id })
    else expect(claimed).toMatchObject({ outcome: 'over', state: 'timedOut' })
    expect(live).toHaveLength(claimed.outcome === 'won' ? 0 : 1)
  })
})

test('a pond that an offer still leads to, or that a lead lies in, can not be taken away', async () => {
  const admin = await aPerson(ann.officeId, { role: 'admin' })
  const call = callAs(admin).offers
  const { pondId } = await call.createPond({ name: `Pond ${crypto.randomUUID()}` })
  const steps = [{ afterMinutes: 4, act: 'pond' as const, pondId }]
  const { lead: inquiry, offerId } = await anOfferedLead(
    [ann],
    aCourse({ startedAt: start, ladder: { clock: 'always', steps } }),
  )
  await expect(call.removePond({ pondId })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
  await takeTurn(at(minutes(4)), { offerId })
  expect(await standingOf(inquiry.id)).toMatchObject({ state: 'pond', pondId, agentId: null })
  await expect(call.removePond({ pondId })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
  const takes = await Promise.allSettled(
    [ann, ben].map((person) => callAs(person).offers.takeFromPond({ inquiryId: inquiry.id })),
  )
  expect(takes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await standingOf(inquiry.id)).toMatchObject({ state: 'open', because: 'pond', pondId: null })
  await call.removePond({ pondId })
})

test('a pond says how many leads lie in it how long, and shows those of one age alone', async () => {
  const now = minutes(0)
  const { id: officeId } = await anOffice()
  const call = callAs(await anAgent(officeId), { now: () => now }).offers
  const pond = await db.leadPond.create({ data: { name: `Pond ${crypto.randomUUID()}`, officeId } })
  const hours = [100, 72, 71.9, 24, 5, 1, 0.9]
  for (const each of hours) {
    const pondedAt = minutes(-60 * each)
    await aLead(ann, { state: 'pond', pondId: pond.id, pondedAt, receivedAt: pondedAt })
  }
  const ofMine = async (only?: Parameters<typeof call.ponds>[0]) =>
    (await call.ponds(only)).find(({ id }) => id === pond.id)
  const agesOf = (found: Awaited<ReturnType<typeof ofMine>>) => found?.ages.map(({ age, leads }) => `${age} ${leads}`)
  const all = await ofMine()
  expect(all).toMatchObject({ count: hours.length, oldest: minutes(-6_000) })
  expect(agesOf(all)).toEqual(['old 2', 'aging 2', 'waiting 2', 'fresh 1'])
  for (const [age, from, to] of [
    ['old', 0, 2],
    ['aging', 2, 4],
    ['waiting', 4, 6],
    ['fresh', 6, 7],
  ] as const) {
    const found = await ofMine({ pondId: pond.id, age })
    expect(found?.leads.map(({ since }) => since)).toEqual(hours.slice(from, to).map((each) => minutes(-60 * each)))
    expect(agesOf(found)).toEqual(agesOf(all))
    expect(found?.leads.map(({ since }) => pondAgeOf(since, now.getTime()))).toEqual(found?.leads.map(() => age))
  }
})
