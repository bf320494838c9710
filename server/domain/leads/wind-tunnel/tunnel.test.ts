import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgentState, Facts, Rules } from '../routing/routing.types.ts'
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
const tunnelOf = (people: AgentState[], rules: Rules, leftAt = new Map<string, Date>()) =>
  openTunnel({ rules, people, leftAt, defaultAgentId: idOf(999) })
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
    return { inquiryId, arrivedAt: facts.arrivedAt, citySlug, ...rule, agentId, firstAgentId: quick }
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
