import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { route } from './route.ts'
import type { AgentState, Method, Rule } from './routing.types.ts'
import { aLead, anAgent, aRule, pool, someAgents, someRules, theDefault, uuid, whoOf } from './testing.worlds.ts'

/** Leads one after the other, with the turns and the leads of 30 days that each leaves behind. */
function play(
  method: Method,
  people: AgentState[],
  count: number,
  ableAt: (lead: number, agent: number) => boolean = () => true,
) {
  const had = new Map<string, number>()
  const last = new Map<string, number>()
  const way: string[] = []
  for (let lead = 0; lead < count; lead += 1) {
    const now = people.map((agent, index) => ({
      ...agent,
      status: ableAt(lead, index) ? ('available' as const) : ('away' as const),
      leads30: had.get(agent.agentId) ?? 0,
    }))
    const turns = [...last].map(([agentId, lastTurn]) => ({
      ruleId: uuid(800),
      agentId,
      turns: had.get(agentId) ?? 0,
      lastTurn,
    }))
    const decision = route(aLead(), someRules(aRule(method)), someAgents(now, { turns }), `lead ${lead}`)
    const agentId = decision.because === 'rule' ? (whoOf(decision)[0] ?? '') : ''
    if (agentId) {
      had.set(agentId, (had.get(agentId) ?? 0) + 1)
      last.set(agentId, way.filter(Boolean).length + 1)
    }
    way.push(agentId)
  }
  return way
}

test('round robin: of those who could have each lead of a stretch nobody has two more than another, whoever else comes and goes', () => {
  const coming = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 30, maxLength: 30 })
  fc.assert(
    fc.property(coming, fc.nat(29), fc.nat(30), (there, from, length) => {
      const people = Array.from({ length: 5 }, (_, index) => anAgent(index + 2))
      // The first two are always there, the others come and go.
      const way = play(
        { kind: 'round-robin', pool },
        people,
        30,
        (lead, agent) => agent < 2 || (there[lead]?.[agent] ?? false),
      )
      const stretch = way.slice(from, from + length)
      const always = people.filter((_, agent) => stretch.every((__, at) => agent < 2 || there[from + at]?.[agent]))
      const counts = always.map(({ agentId }) => stretch.filter((id) => id === agentId).length)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 },
  )
})

test('shares are kept in the long run, and whoever drops out changes nobody else’s lead', () => {
  const people = [anAgent(2), anAgent(3), anAgent(4), anAgent(5)]
  const weights = [
    { agentId: uuid(2), weight: 5 },
    { agentId: uuid(3), weight: 3 },
    { agentId: uuid(5), weight: 0 },
  ]
  const count = 1_500
  const way = play({ kind: 'weighted', pool, weights }, people, count)
  const share = (number: number) => way.filter((id) => id === uuid(number)).length / count
  expect(share(2)).toBeCloseTo(5 / 9, 1)
  expect(share(3)).toBeCloseTo(3 / 9, 1)
  expect(share(4)).toBeCloseTo(1 / 9, 1)
  expect(share(5)).toBe(0)
  const without = play({ kind: 'weighted', pool, weights }, people, 200, (_, agent) => agent !== 2)
  expect(without.every((id, lead) => way[lead] === uuid(4) || way[lead] === id)).toBe(true)
})

describe('the score', () => {
  const method: Method = { kind: 'score', pool }
  const choose = (...people: AgentState[]) => route(aLead(), someRules(aRule(method)), someAgents(people), 'seed')

  test('is the sum of its terms, each told; a pass costs nothing, a miss does', () => {
    const record = (passed: number, missed: number) => ({ offers90: { accepted: 5, passed, missed } })
    const decision = choose(anAgent(2, record(5, 0)), anAgent(3, record(0, 5)), anAgent(4, { openLeads: 10 }))
    expect(decision.outcome).toEqual({ kind: 'assign', agentId: uuid(2) })
    for (const { terms, score } of decision.considered) {
      expect(terms.map(({ name }) => name)).toEqual(['area', 'price', 'load', 'record', 'rest'])
      expect(terms.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score ?? Number.NaN, 5)
    }
    expect(decision.considered.map(({ whyNot }) => whyNot)).toEqual([[], ['lower-score'], ['lower-score']])
  })

  test('of two who are equal prefers nobody: the lead itself draws', () => {
    const people = [anAgent(2), anAgent(3)]
    const drawn = Array.from({ length: 20 }, (_, lead) =>
      whoOf(route(aLead(), someRules(aRule(method)), someAgents(people), `lead ${lead}`)).join(),
    )
    expect(new Set(drawn).size).toBe(2)
  })

  test('never gives the best more than twice an even share, and always finds somebody', () => {
    const star = {
      offers90: { accepted: 40, passed: 0, missed: 0 },
      coverage: { citySlugs: ['mount-pleasant'], postalCodes: [], areas: [] },
    }
    const people = Array.from({ length: 10 }, (_, index) => anAgent(index + 2, index < 2 ? star : { openLeads: 20 }))
    const way = play(method, people, 150)
    expect(way.every(Boolean)).toBe(true)
    const most = Math.max(...people.map(({ agentId }) => way.filter((id) => id === agentId).length))
    expect(most).toBeLessThanOrEqual(30)
    expect(most).toBeGreaterThan(25)
  })
})

test('first to claim asks all who can, a pond nobody, and an offer goes to one', () => {
  const people = [anAgent(3), anAgent(2), anAgent(4, { status: 'paused' })]
  const decide = (method: Method, handOver: Rule['handOver']) =>
    route(aLead(), someRules(aRule(method, { handOver })), someAgents(people), 'seed').outcome
  expect(decide({ kind: 'first-to-claim', pool }, 'assign')).toEqual({
    kind: 'offer-all',
    agentIds: [uuid(2), uuid(3)],
  })
  expect(decide({ kind: 'pond', pondId: uuid(7) }, 'offer')).toEqual({ kind: 'pond', pondId: uuid(7) })
  expect(decide({ kind: 'named', agentId: uuid(3) }, 'offer')).toEqual({ kind: 'offer', agentIds: [uuid(3)] })
  expect(decide({ kind: 'listing-agent' }, 'offer')).toEqual({ kind: 'assign', agentId: theDefault.agentId })
})
