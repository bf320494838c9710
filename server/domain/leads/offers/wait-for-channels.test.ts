import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { queueSlack } from '#server/domain/slack/slack.service.ts'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { aCourse, anOfferedLead } from '#server/testing/lead-factories.ts'
import { findUnreached } from './reached.sql.ts'
import { takeTurn, tellOffer } from './turns.service.ts'
import { endOrWait } from './wait-for-channels.ts'

const start = new Date('2026-11-24T15:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)
const course = aCourse({
  startedAt: start,
  ladder: { clock: 'always', steps: [{ afterMinutes: 12, act: 'manager' }] },
})
const offer = { offeredAt: start, rung: 0, course }

test.each([
  ['reached at once, it is missed', 0.5, false, 5, { isMissed: true }],
  ['reached at once, and a second mail still waits, it is missed', 0.5, true, 5, { isMissed: true }],
  ['reached at the last moment, its time begins then', 4.5, false, 5, { until: minutes(9.5) }],
  ['reached late, and that time is over, it is missed', 4.5, false, 9.5, { isMissed: true }],
  ['reached late, the next step of the ladder comes when it was to come', 8, false, 9, { until: minutes(12) }],
  ['not reached yet, the clock waits a minute', null, true, 5, { until: minutes(6) }],
  ['not reached for half an hour, the lead goes on, and nobody has missed it', null, true, 30, { isMissed: false }],
  ['nowhere to be reached, the lead goes on at once', null, false, 5, { isMissed: false }],
])('at the end of an offer: %s', (_what, reached, isOnItsWay, end, outcome) => {
  const reachedAt = reached === null ? null : minutes(reached)
  expect(endOrWait({ offer, reachedAt, isOnItsWay, at: minutes(end) })).toEqual(outcome)
})

/** An offer that waits in the queues of mail and of Slack, while neither delivers. */
async function anOfferOnItsWay() {
  const office = await anOffice()
  const [agent, boss] = [await anAgent(office.id), await aPerson(office.id, { role: 'admin' })]
  const { offerId } = await anOfferedLead([agent], { startedAt: start })
  await tellOffer({ db }, { offerId })
  const [mail, card] = [`offer:${offerId}:${agent.id}:0:first`, `offer:${offerId}:${agent.id}`]
  await queueSlack(db, { key: card, personId: agent.id, card: { text: 'A lead', parts: [] } })
  const standing = () => db.leadOffer.findUniqueOrThrow({ where: { id: offerId }, include: { people: true } })
  return { boss, offerId, mail, card, standing }
}
type Waiting = Awaited<ReturnType<typeof anOfferOnItsWay>>
const turn = ({ offerId }: Waiting, minute: number) => takeTurn({ db, now: () => minutes(minute) }, { offerId })

const DELIVERIES = {
  mail: ({ mail }: Waiting, sentAt: Date) =>
    db.outboxMail.update({ where: { dedupeKey: mail }, data: { state: 'sent', sentAt, subject: 'A lead' } }),
  Slack: ({ card }: Waiting, postedAt: Date) =>
    db.slackMessage.update({
      where: { key: card },
      data: { state: 'posted', postedVersion: 1, slackChannel: 'D0', ts: '1.0', postedAt },
    }),
  push: ({ offerId }: Waiting, pushedAt: Date) =>
    db.leadOfferPerson.updateMany({ where: { offerId }, data: { pushedAt } }),
  'their own eyes': ({ offerId }: Waiting, seenAt: Date) =>
    db.leadOfferPerson.updateMany({ where: { offerId }, data: { seenAt } }),
} as const

test.each(Object.entries(DELIVERIES))(
  'while no channel delivers an offer its clock waits; its time begins when it is reached by %s, and counts from then on',
  async (_name, deliver) => {
    const waiting = await anOfferOnItsWay()
    expect(await turn(waiting, 5)).toEqual({ did: 'waited' })
    expect(await waiting.standing()).toMatchObject({ endedAt: null, expiresAt: minutes(6) })
    const unreached = async () => (await findUnreached(db, minutes(3))).map(({ offerId }) => offerId)
    expect(await unreached()).toContain(waiting.offerId)
    const { inquiryId } = await waiting.standing()
    const page = async () =>
      (await callAs(waiting.boss, { now: () => minutes(5) }).leads.offersOf({ inquiryId })).offers
    expect(await page()).toMatchObject([{ isUnreached: true }])
    await deliver(waiting, minutes(5.5))
    expect(await unreached()).not.toContain(waiting.offerId)
    expect(await page()).toMatchObject([{ isUnreached: false }])
    expect(await turn(waiting, 6)).toEqual({ did: 'waited' })
    expect(await waiting.standing()).toMatchObject({ endedAt: null, expiresAt: minutes(10.5) })
    expect(await turn(waiting, 10.5)).toEqual({ did: 'timed-out' })
    expect(await waiting.standing()).toMatchObject({ state: 'timedOut', people: [{ missedAt: minutes(10.5) }] })
  },
)

test('who can be reached nowhere misses nothing, and is not set away: the lead goes on without them', async () => {
  const waiting = await anOfferOnItsWay()
  await db.outboxMail.update({
    where: { dedupeKey: waiting.mail },
    data: { state: 'suppressed', suppressedReason: 'bounced' },
  })
  await db.slackMessage.update({ where: { key: waiting.card }, data: { state: 'failed' } })
  expect(await turn(waiting, 5)).toEqual({ did: 'timed-out' })
  expect(await waiting.standing()).toMatchObject({ state: 'timedOut', people: [{ missedAt: null }] })
})
