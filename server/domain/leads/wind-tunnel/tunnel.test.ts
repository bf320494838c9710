import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgentState, Facts, Rules } from '../routing/routing.types.ts'
import { type Habits, habitsOf, type OffersOfHour } from './habits.ts'
import { openTunnel } from './replay.ts'
import { type Paces, summarise } from './summarise.ts'
import type { Arrival, Pace } from './tunnel.types.ts'

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const OFFICE = idOf(900)
const DAY_MS = 86_400_000
const START = Date.parse('2026-09-01T14:00:00Z')

const anAgent = (number: number, over: Partial<AgentState> = {}): AgentState => ({
  ...{ agentId: idOf(number), role: 'agent', officeId: OFFICE, teamId: null, hasLeft: false },
  ...{ hereSince: new Date('2020-01-01'), zone: 'America/New_York', status: 'available', statusUntil: null },
  ...{ hours: [], vacations: [], busy: [], coverage: { citySlugs: [], postalCodes: [], areas: [] } },
  ...{ minPriceCents: null, maxPriceCents: null, capacity: null, openLeads: 0 },
  ...{ offers90: { accepted: 0, passed: 0, missed: 0 }, leads30: 0, lastLeadAt: null, ...over },
})
const anArrival = (number: number, over: Partial<Arrival> = {}, facts: Partial<Facts> = {}): Arrival => ({
  ...{ inquiryId: idOf(10_000 + number), seed: `${number}:0`, firstAgentId: null, knownThen: [], answeredAt: null },
  facts: {
    ...{
      arrivedAt: new Date(START + number * 3_600_000),
      door: 'webhook',
      sourceKey: 'web',
      tags: [],
      leadType: 'Buyer',
    },
    ...{ priceCents: 40_000_000, citySlug: 'summerville', postalCode: '29483', place: null, propertySubType: null },
    ...{ officeId: null, listingAgentId: null, knownAgentId: null, namedAgentId: null, ...facts },
  },
  ...over,
})
const hand = { handOver: 'offer' as const, offerMinutes: 5, ladder: { clock: 'always' as const, steps: [] } }
const pool = { officeIds: [OFFICE], teamIds: [], agentIds: [] }
const rulesOf = (kind: 'round-robin' | 'score'): Rules => ({
  rules: [{ id: idOf(1_000), name: 'Everybody', when: {}, method: { kind, pool }, reason: '', ...hand }],
  fallback: { id: idOf(1_001), name: 'Else', method: { kind: 'usual' }, ...hand },
  skipsBusy: true,
})
const always: Habits = () => ({ accepts: 1, passes: 0, minutes: 0 })
const tunnelOf = (people: AgentState[], rules: Rules, leftAt = new Map<string, Date>(), habits = always) =>
  openTunnel({ rules, people, leftAt, defaultAgentId: idOf(999), habits })
const same: Pace = { leads: 100, medianMinutes: 10, promptShare: 0.5 }
const noPaces: Paces = { all: same, of: new Map() }
const count = (keys: (string | null)[], key: string) => keys.filter((each) => each === key).length

test('the rules that gave the leads change nothing when they are tried on them; another order of people neither', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('round-robin', 'score'),
      (many, leads, kind) => {
        const people = Array.from({ length: many }, (_, index) => anAgent(index))
        const first = tunnelOf(people, rulesOf(kind))
        const given = Array.from({ length: leads }, (_, index) => {
          const arrival = anArrival(index)
          return { ...arrival, firstAgentId: first(arrival).agentId }
        })
        const placed = given.map(tunnelOf(people.toReversed(), rulesOf(kind)))
        expect(summarise(placed, noPaces, 0)).toMatchObject({ leads, changed: 0, moves: [], examples: [], toPond: 0 })
      },
    ),
    { numRuns: 40 },
  )
})

test('a round robin is as fair in the tunnel as it is outside: nobody is two leads ahead', () => {
  const people = Array.from({ length: 7 }, (_, index) => anAgent(index))
  const taken = Array.from({ length: 100 }, (_, index) => anArrival(index)).map(
    tunnelOf(people, rulesOf('round-robin')),
  )
  const loads = people.map(({ agentId }) =>
    count(
      taken.map((each) => each.agentId),
      agentId,
    ),
  )
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
})

test('nobody has a lead after they left, on vacation, or above what they can hold', () => {
  const [gone, off, full] = [2, 3, 4]
  const people = [
    anAgent(0),
    anAgent(gone),
    anAgent(off, { vacations: [{ from: '2026-09-01', until: '2026-09-10' }] }),
    anAgent(full, { capacity: 1 }),
  ]
  const leftAt = new Map([[idOf(gone), new Date(START + 2 * DAY_MS)]])
  const placed = Array.from({ length: 24 * 9 }, (_, index) => anArrival(index)).map(
    tunnelOf(people, rulesOf('round-robin'), leftAt),
  )
  const daysOf = (agent: number) =>
    placed
      .filter(({ agentId }) => agentId === idOf(agent))
      .map(({ arrivedAt }) => (arrivedAt.getTime() - START) / DAY_MS)
  expect(Math.max(...daysOf(gone))).toBeLessThan(2)
  expect(daysOf(off)).toEqual([])
  // A lead that nobody answers takes room for a week.
  expect(daysOf(full)).toHaveLength(2)
})

test('where a decision was kept, people are taken as they stood on that day', () => {
  const [ann, ben] = [anAgent(1), anAgent(2)]
  const away = { ...ann, status: 'away' as const }
  const [first] = [anArrival(0, { knownThen: [away, ben] })].map(tunnelOf([ann, ben], rulesOf('round-robin')))
  expect(first?.agentId).toBe(ben.agentId)
})

test('a draft that gives a town to a slow agent shows what it costs, and which gap grows', () => {
  const [quick, slow] = [idOf(1), idOf(2)]
  const paces: Paces = {
    all: { leads: 200, medianMinutes: 30, promptShare: 0.5 },
    of: new Map([
      [quick, { leads: 100, medianMinutes: 5, promptShare: 0.9 }],
      [slow, { leads: 100, medianMinutes: 300, promptShare: 0.1 }],
    ]),
  }
  const placed = Array.from({ length: 60 }, (_, index) => {
    const citySlug = index % 2 ? 'summerville' : 'charleston'
    const { inquiryId, facts } = anArrival(index)
    const rule = { ruleId: idOf(1_000), ruleName: 'Summerville' }
    const agentId = citySlug === 'summerville' ? slow : quick
    const taken = { takenMinutes: 0, asked: 0, end: 'given' as const }
    return { inquiryId, arrivedAt: facts.arrivedAt, citySlug, ...rule, agentId, firstAgentId: quick, ...taken }
  })
  const result = summarise(placed, paces, 60)
  expect(result).toMatchObject({ changed: 30, moves: [{ fromId: quick, toId: slow, leads: 30 }] })
  expect(result.loads).toEqual([
    { agentId: quick, before: 60, after: 30 },
    { agentId: slow, before: 0, after: 30 },
  ])
  expect(result.before).toMatchObject({ medianMinutes: 5 })
  expect(result.after.promptShare).toBeLessThan(result.before.promptShare)
  expect(result.areas.map(({ area, isWider }) => [area, isWider])).toEqual([
    ['summerville', true],
    ['charleston', true],
  ])
})

describe('a ladder, tried on paper', () => {
  const [ann, ben, lead, manager] = [
    anAgent(1, { teamId: idOf(800) }),
    anAgent(2),
    anAgent(3, { role: 'teamLead', teamId: idOf(800) }),
    anAgent(4, { role: 'manager' }),
  ]
  const people = [ann, ben, lead, manager]
  /** Ann is asked by name for ten minutes; then the team lead after 15, the manager after 30. */
  const rules: Rules = {
    rules: [
      {
        ...{ id: idOf(1_000), name: 'Ann', when: {}, method: { kind: 'named', agentId: ann.agentId }, reason: '' },
        ...{ handOver: 'offer', offerMinutes: 10 },
        ladder: {
          clock: 'always',
          steps: [
            { afterMinutes: 2, act: 're-ping' },
            { afterMinutes: 15, act: 'team-lead' },
            { afterMinutes: 30, act: 'manager' },
          ],
        },
      },
    ],
    fallback: { id: idOf(1_001), name: 'Else', method: { kind: 'usual' }, ...hand },
    skipsBusy: true,
  }
  const says =
    (...yes: AgentState[]): Habits =>
    (agentId) => ({ accepts: yes.some((each) => each.agentId === agentId) ? 1 : 0, passes: 0, minutes: 0 })
  const place = (habits: Habits, of = rules) => tunnelOf(people, of, new Map(), habits)(anArrival(0))

  test.each([
    ['the first who is asked', says(ann), ann, 0, 1, 'first'],
    ['the team lead, when her time is over', says(lead), lead, 10, 2, 'superior'],
    ['the manager, at his step', says(manager), manager, 20, 3, 'superior'],
    ['the default person', says(), { agentId: idOf(999) }, 30, 3, 'fallback'],
  ] as const)('ends with %s', (_, habits, { agentId }, takenMinutes, asked, end) => {
    expect(place(habits)).toMatchObject({ agentId, takenMinutes, asked, end })
  })

  test('of a round robin asks the next, and each who was asked has had a turn', () => {
    const round = tunnelOf([ann, ben], rulesOf('round-robin'), new Map(), says(ben))
    const placed = [0, 1, 2].map((number) => round(anArrival(number)))
    expect(placed.map(({ agentId }) => agentId)).toEqual([ben, ben, ben].map(({ agentId }) => agentId))
    const passes: Habits = () => ({ accepts: 0, passes: 1, minutes: 0 })
    const nobody = tunnelOf([ann, ben], rulesOf('round-robin'), new Map(), passes)(anArrival(0))
    expect(nobody).toMatchObject({ agentId: idOf(999), takenMinutes: 0, asked: 2 })
  })

  test('habits lean on the hour, then on all offers of somebody, then on everybody, the more the fewer there are', () => {
    const row = (over: Partial<OffersOfHour>): OffersOfHour => ({
      ...{ agentId: idOf(1), hour: 10, offers: 10, accepted: 10, passed: 0, minutes: 20, ...over },
    })
    const nobodyAsked = habitsOf([])(idOf(1), 10)
    expect(nobodyAsked).toEqual({ accepts: 0.7, passes: 0.1, minutes: 3 })
    const rows = [
      row({}),
      row({ hour: 22, accepted: 0, minutes: 0 }),
      row({ agentId: idOf(2), offers: 1, accepted: 0 }),
    ]
    const habit = habitsOf(rows)
    const [morning, night, other] = [habit(idOf(1), 10), habit(idOf(1), 22), habit(idOf(1), 3)]
    expect(morning.accepts).toBeGreaterThan(other.accepts)
    expect(night.accepts).toBeLessThan(other.accepts)
    // One offer that ran out makes nobody one who never says yes.
    expect(habit(idOf(2), 10).accepts).toBeGreaterThan(0.3)
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), (accepted, passed, missed) => {
        const { accepts, passes, minutes } = habitsOf([row({ offers: accepted + passed + missed, accepted, passed })])(
          idOf(1),
          10,
        )
        expect(accepts + passes).toBeLessThanOrEqual(1)
        expect(Math.min(accepts, passes, minutes)).toBeGreaterThan(0)
      }),
    )
  })

  test('comes out the same each time, and some say yes and some do not', () => {
    const habits: Habits = () => ({ accepts: 0.5, passes: 0.2, minutes: 4 })
    const run = () => {
      const round = tunnelOf(people, rules, new Map(), habits)
      return Array.from({ length: 60 }, (_, index) => round(anArrival(index, { seed: `${idOf(index)}:0` })))
    }
    expect(run()).toEqual(run())
    const { ladder } = summarise(run(), noPaces, 0)
    expect(Object.values(ladder?.ends ?? {}).reduce((sum, count) => sum + count, 0)).toBe(60)
    expect(ladder?.ends.first).toBeGreaterThan(15)
    expect(ladder?.ends.superior).toBeGreaterThan(5)
    expect(ladder?.slowestMinutes).toBeGreaterThan(ladder?.medianMinutes ?? 0)
  })
})
