import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import type { OfferState } from '#server/generated/prisma/enums.ts'
import { anAgent, anOffice, aPerson, aTeam } from '#server/testing/factories.ts'
import { anOfferedLead } from '#server/testing/lead-factories.ts'
import { claimOffer, handBack, needTenMinutes, passOffer, seeOffer } from './offers.service.ts'
import { takeTurn } from './turns.service.ts'

const start = new Date('2026-11-24T15:00:00Z')

/** What an offer may become; an end is an end, but for a claim that goes back. */
const NEXT: Record<OfferState, readonly OfferState[]> = {
  offered: ['offered', 'seen', 'accepted', 'passed', 'timedOut', 'withdrawn'],
  seen: ['seen', 'accepted', 'passed', 'timedOut', 'withdrawn'],
  accepted: ['accepted', 'offered', 'seen', 'passed', 'timedOut'],
  passed: ['passed'],
  timedOut: ['timedOut'],
  withdrawn: ['withdrawn'],
}

let agents: readonly [Person, Person, Person]
let everybody: Person[]
beforeAll(async () => {
  const office = await anOffice()
  const team = await aTeam(office.id)
  const [a, b, c] = await Promise.all([1, 2, 3].map(() => anAgent(office.id, { teamId: team.id })))
  if (!a || !b || !c) throw new Error('Three were asked for.')
  agents = [a, b, c]
  const lead = await aPerson(office.id, { role: 'teamLead', teamId: team.id })
  everybody = [...agents, lead, await aPerson(office.id, { role: 'manager' })]
})

const who = fc.nat(4)
const act = fc.oneof(
  fc.record({ kind: fc.constantFrom('claim', 'claim', 'see', 'need', 'back'), who }),
  fc.record({ kind: fc.constant('pass'), who }),
  fc.record({ kind: fc.constant('turn'), who }),
)
type Act = { kind: string; who: number }
/** Some seconds pass, and then all of these happen at once. */
const burst = fc.record({
  seconds: fc.integer({ min: 0, max: 240 }),
  acts: fc.array(act, { minLength: 1, maxLength: 4 }),
})

const standingOf = (id: string) =>
  db.inquiry.findUniqueOrThrow({
    where: { id },
    include: {
      contact: { select: { agentId: true } },
      offers: { orderBy: { hop: 'asc' }, include: { people: { select: { personId: true } } } },
    },
  })
type Standing = Awaited<ReturnType<typeof standingOf>>

async function play({ kind, who: index }: Act, offerId: string, at: Date) {
  const deps = { db, now: () => at }
  const answer = { offerId, personId: everybody[index]?.id ?? '', channel: 'api' as const }
  if (kind === 'claim') await claimOffer(deps, answer)
  else if (kind === 'see') await seeOffer(deps, answer)
  else if (kind === 'need') await needTenMinutes(deps, answer)
  else if (kind === 'back') await handBack(deps, answer)
  else if (kind === 'pass') await passOffer(deps, { ...answer, reason: 'busy' })
  else await takeTurn(deps, { offerId })
}

/** No lead is without an owner or a live offer; whoever owns it won it, or is who it falls to in the end. */
function checkStanding(now: Standing, keeperId: string) {
  const live = now.offers.filter(({ endedAt }) => endedAt === null)
  const won = now.offers.filter(({ state }) => state === 'accepted')
  expect(won.length).toBeLessThanOrEqual(1)
  if (now.state === 'open') {
    expect(live).toEqual([])
    expect(now.agentId).toBe(won[0]?.winnerId ?? keeperId)
    expect(now.contact?.agentId).toBe(now.agentId)
  } else {
    expect(now).toMatchObject({ state: 'offered', agentId: null, contact: { agentId: keeperId } })
    expect(live).toHaveLength(1)
  }
  expect(now.offers.map(({ hop }) => hop)).toEqual(now.offers.map((_offer, index) => index))
  const asked = now.offers.flatMap(({ people }) => people.map(({ personId }) => personId))
  expect(new Set(asked).size).toBe(asked.length)
}

test('whatever people and clocks do to an offer at once, the lead has one owner or one live offer', async () => {
  const bursts = fc.array(burst, { minLength: 4, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(bursts, fc.integer({ min: 1, max: 3 }), async (played, count) => {
      const [first, ...others] = agents
      const steps = [
        { afterMinutes: 2, act: 're-ping' as const },
        { afterMinutes: 6, act: 'team-lead' as const },
        { afterMinutes: 12, act: 'manager' as const },
      ]
      const course = { startedAt: start, ladder: { clock: 'always' as const, steps } }
      const { lead, keeper } = await anOfferedLead([first, ...others.slice(0, count - 1)], course)
      let [time, before] = [start.getTime(), await standingOf(lead.id)]
      for (const { seconds, acts } of played) {
        time += seconds * 1_000
        const offerId = before.offers.at(-1)?.id ?? ''
        await Promise.all(acts.map((each) => play(each, offerId, new Date(time))))
        const after = await standingOf(lead.id)
        checkStanding(after, keeper.id)
        for (const was of before.offers) {
          expect(NEXT[was.state]).toContain(after.offers.find(({ id }) => id === was.id)?.state)
        }
        before = after
      }
      for (let hour = 1; before.state === 'offered' && hour < 9; hour += 1) {
        await takeTurn(
          { db, now: () => new Date(time + hour * 3_600_000) },
          { offerId: before.offers.at(-1)?.id ?? '' },
        )
        before = await standingOf(lead.id)
        checkStanding(before, keeper.id)
      }
      expect(before.state).toBe('open')
    }),
    { numRuns: 10, endOnFailure: true },
  )
})
