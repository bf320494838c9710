import fc from 'fast-check'
import { DOORS, LEAD_TYPES } from '../doors/doors.words.ts'
import type { route } from './route.ts'
import type { AgentState, Agents, Facts, Method, Rule, Rules } from './routing.types.ts'
import { WEEKDAYS } from './routing.words.ts'

export const uuid = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`
export const [office, otherOffice] = [uuid(900), uuid(901)]
/** A Tuesday noon on the coast. */
export const noon = new Date('2026-11-24T17:00:00Z')

export const anAgent = (number: number, over: Partial<AgentState> = {}): AgentState => ({
  ...{ agentId: uuid(number), role: 'agent', officeId: office, teamId: null, hasLeft: false, hereSince: new Date(0) },
  ...{ zone: 'America/New_York', status: 'available', statusUntil: null, hours: [], vacations: [], busy: [] },
  ...{ coverage: { citySlugs: [], postalCodes: [], areas: [] }, minPriceCents: null, maxPriceCents: null },
  ...{ capacity: null, openLeads: 0, offers90: { accepted: 0, passed: 0, missed: 0 }, leads30: 0, lastLeadAt: null },
  ...over,
})
export const theDefault = anAgent(1, { role: 'owner', officeId: otherOffice })
export const someAgents = (people: AgentState[], over: Partial<Agents> = {}): Agents => ({
  ...{ at: noon, people: [theDefault, ...people], turns: [], defaultAgentId: theDefault.agentId, without: [], ...over },
})
export const aLead = (over: Partial<Facts> = {}): Facts => ({
  ...{ arrivedAt: noon, door: 'own_page', sourceKey: null, tags: [], leadType: 'Buyer', priceCents: 50_000_000 },
  ...{ citySlug: 'mount-pleasant', postalCode: '29464', place: { latitude: 32.83, longitude: -79.83 } },
  ...{ propertySubType: 'Condominium', officeId: office, listingAgentId: null, knownAgentId: null, namedAgentId: null },
  ...over,
})
export const pool = { officeIds: [office], teamIds: [], agentIds: [] }
export const aRule = (method: Method, over: Partial<Rule> = {}): Rule => ({
  ...{ id: uuid(800), name: 'A rule', when: {}, method, handOver: 'assign', offerMinutes: 5, reason: '' },
  ...{ ladder: { clock: 'always', steps: [] }, ...over },
})
const usual = { id: uuid(899), name: 'Everybody else', handOver: 'assign', offerMinutes: 5 } as const
export const someRules = (...rules: Rule[]): Rules => ({
  rules,
  fallback: { ...usual, method: { kind: 'usual' }, ladder: { clock: 'always', steps: [] } },
  skipsBusy: true,
})
export const whoOf = ({ outcome }: ReturnType<typeof route>) =>
  outcome.kind === 'assign' ? [outcome.agentId] : outcome.kind === 'pond' ? [] : outcome.agentIds

const someId = (most: number) => fc.integer({ min: 2, max: most }).map(uuid)
const state: fc.Arbitrary<Omit<AgentState, 'agentId'>> = fc.record({
  role: fc.constantFrom('owner', 'manager', 'teamLead', 'agent', 'agent', 'assistant'),
  officeId: fc.constantFrom(office, otherOffice),
  teamId: fc.constant(null),
  hasLeft: fc.boolean(),
  hereSince: fc.constantFrom(new Date(0), new Date(1_000)),
  zone: fc.constantFrom('America/New_York', 'America/Chicago'),
  status: fc.constantFrom('available', 'available', 'away', 'paused'),
  statusUntil: fc.constantFrom(null, new Date(0), new Date('2027-01-01')),
  hours: fc.array(
    fc.record({
      day: fc.constantFrom(...WEEKDAYS),
      fromMinute: fc.constant(480),
      untilMinute: fc.constantFrom(600, 1_200),
    }),
    { maxLength: 3 },
  ),
  vacations: fc.array(
    fc.record({ from: fc.constant('2026-11-20'), until: fc.constantFrom('2026-11-22', '2026-11-24') }),
    { maxLength: 1 },
  ),
  busy: fc.array(
    fc.record({
      from: fc.constant(new Date('2026-11-24T16:00:00Z')),
      until: fc.constantFrom(noon, new Date('2027-01-01')),
    }),
    { maxLength: 1 },
  ),
  coverage: fc.record({
    citySlugs: fc.subarray(['mount-pleasant', 'summerville']),
    postalCodes: fc.subarray(['29464', '29401']),
    areas: fc.constant([]),
  }),
  minPriceCents: fc.constantFrom(null, 40_000_000),
  maxPriceCents: fc.constantFrom(null, 60_000_000),
  capacity: fc.constantFrom(null, 3),
  openLeads: fc.integer({ min: 0, max: 5 }),
  offers90: fc.record({ accepted: fc.nat(9), passed: fc.nat(9), missed: fc.nat(9) }),
  leads30: fc.nat(20),
  lastLeadAt: fc.constantFrom(null, new Date('2026-11-20T00:00:00Z')),
})
const someStates = fc
  .array(state, { minLength: 1, maxLength: 7 })
  .map((states) => states.map((each, index) => ({ agentId: uuid(index + 2), ...each })))

const pools = fc.record({
  officeIds: fc.subarray([office, otherOffice], { minLength: 1 }),
  teamIds: fc.constant<string[]>([]),
  agentIds: fc.uniqueArray(someId(8), { maxLength: 3 }),
})
const methods: fc.Arbitrary<Method> = fc.oneof(
  fc.record({ kind: fc.constant('named' as const), agentId: someId(8) }),
  fc.constant({ kind: 'listing-agent' as const }),
  fc.record({
    kind: fc.constantFrom('round-robin' as const, 'score' as const, 'first-to-claim' as const),
    pool: pools,
  }),
  fc.record({
    kind: fc.constant('weighted' as const),
    pool: pools,
    weights: fc.array(fc.record({ agentId: someId(8), weight: fc.nat(5) }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('pond' as const), pondId: fc.constant(uuid(700)) }),
)
const conditions: fc.Arbitrary<Rule['when']> = fc.constantFrom(
  {},
  { citySlugs: ['mount-pleasant'] },
  { price: { maxCents: 45_000_000 } },
  { leadTypes: ['Seller'] },
  { tags: ['vip'] },
)
const someRuleSet = fc
  .array(
    fc.record({ method: methods, when: conditions, handOver: fc.constantFrom('assign' as const, 'offer' as const) }),
    { maxLength: 4 },
  )
  .map((rules) => someRules(...rules.map((over, index) => aRule(over.method, { ...over, id: uuid(800 + index) }))))
const leads: fc.Arbitrary<Facts> = fc
  .record({
    door: fc.constantFrom(...DOORS),
    tags: fc.subarray(['vip', 'relocation']),
    leadType: fc.constantFrom(null, ...LEAD_TYPES),
    priceCents: fc.constantFrom(null, 30_000_000, 50_000_000, 90_000_000),
    citySlug: fc.constantFrom(null, 'mount-pleasant', 'summerville'),
    listingAgentId: fc.option(someId(9)),
    knownAgentId: fc.option(someId(9), { freq: 4 }),
    namedAgentId: fc.option(someId(9), { freq: 4 }),
  })
  .map((over) => aLead(over))
export const worlds = fc.record({
  facts: leads,
  rules: someRuleSet,
  agents: fc
    .record({ people: someStates, without: fc.uniqueArray(someId(9), { maxLength: 2 }) })
    .map(({ people, without }) => someAgents(people, { without })),
  seed: fc.uuid(),
})
