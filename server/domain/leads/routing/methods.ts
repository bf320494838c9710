import { draw } from './draw.ts'
import type { AgentState, Agents, Considered, Facts, Method } from './routing.types.ts'
import { isOverShare, scoreOf } from './score.ts'
import type { WhyNot } from './why-not.words.ts'

/** What a line is looked at with. `waits`: whoever it finds is asked, and has some minutes to answer. */
export type Line = { ruleId: string; facts: Facts; agents: Agents; seed: string; waits: boolean }
type PoolMethod = Extract<Method, { pool: unknown }>
/** Whoever comes first has it; the words are for those after them. */
type Ranking = { ranked: readonly AgentState[]; others: WhyNot; told: readonly Considered[] }

const plain = (ruleId: string, agentId: string, whyNot: WhyNot[]): Considered => {
  return { ruleId, agentId, whyNot, terms: [], score: null }
}

/** The least comes first; of two equal ones the draw of this lead decides, never the order of a list. */
function leastFirst(able: readonly AgentState[], seed: string, worthOf: (agent: AgentState) => number) {
  const lots = new Map<string, number>()
  // Most are not equal to anybody: only for those who are a lot is drawn.
  const lotOf = (agentId: string) => {
    const lot = lots.get(agentId) ?? draw(seed, agentId)
    lots.set(agentId, lot)
    return lot
  }
  return able
    .map((agent) => ({ agent, value: worthOf(agent) }))
    .toSorted((a, b) => a.value - b.value || lotOf(a.agent.agentId) - lotOf(b.agent.agentId))
    .map(({ agent }) => agent)
}

/**
 * Whose last turn is longest ago. Between two turns of anybody, each of those who could have it all the time has exactly
 * one: so nobody is two ahead, and whoever comes back is not owed what they missed.
 */
function byTurn(able: readonly AgentState[], { ruleId, agents, seed }: Line): Ranking {
  const last = new Map(
    agents.turns.filter((turn) => turn.ruleId === ruleId).map((turn) => [turn.agentId, turn.lastTurn]),
  )
  const ranked = leastFirst(able, seed, ({ agentId }) => last.get(agentId) ?? 0)
  return { ranked, others: 'other-turn', told: [] }
}

/** A race of exponential clocks: each wins with the chance of their share, and whoever drops out changes no other race. */
function byShare(
  able: readonly AgentState[],
  weights: readonly { agentId: string; weight: number }[],
  line: Line,
): Ranking {
  const weightOf = new Map(weights.map(({ agentId, weight }) => [agentId, weight]))
  const drawn = able.filter(({ agentId }) => (weightOf.get(agentId) ?? 1) > 0)
  const ranked = leastFirst(drawn, line.seed, ({ agentId }) => {
    return -Math.log(draw(line.seed, line.ruleId, agentId)) / (weightOf.get(agentId) ?? 1)
  })
  const shareless = able.filter((agent) => !drawn.includes(agent))
  return {
    ranked,
    others: 'other-drawn',
    told: shareless.map(({ agentId }) => plain(line.ruleId, agentId, ['other-drawn'])),
  }
}

function byScore(able: readonly AgentState[], { ruleId, facts, agents, seed }: Line): Ranking {
  const scored = new Map(able.map((agent) => [agent.agentId, scoreOf(agent, facts, agents)]))
  const fair = able.filter((agent) => !isOverShare(agent, able))
  const ranked = leastFirst(fair, seed, ({ agentId }) => -(scored.get(agentId)?.score ?? 0))
  const told = able.map(({ agentId }): Considered => {
    const { terms, score } = scored.get(agentId) ?? { terms: [], score: null }
    const isCapped = !fair.some((agent) => agent.agentId === agentId)
    const whyNot: WhyNot[] = isCapped ? ['had-share'] : ranked[0]?.agentId === agentId ? [] : ['lower-score']
    return { ruleId, agentId, whyNot, terms, score }
  })
  return { ranked, others: 'lower-score', told }
}

function rank(method: PoolMethod, able: readonly AgentState[], line: Line): Ranking {
  switch (method.kind) {
    case 'round-robin':
      return byTurn(able, line)
    case 'weighted':
      return byShare(able, method.weights, line)
    case 'score':
      return byScore(able, line)
    case 'first-to-claim':
      return { ranked: able, others: 'other-turn', told: able.map(({ agentId }) => plain(line.ruleId, agentId, [])) }
  }
}

/** Who of those who can have it is asked, the first first, and what is told about each of them. */
export function chooseFrom(method: PoolMethod, able: readonly AgentState[], line: Line) {
  const { ranked, others, told } = rank(method, able, line)
  const known = new Set(told.map(({ agentId }) => agentId))
  const rest = ranked
    .map(({ agentId }, index) => plain(line.ruleId, agentId, index === 0 ? [] : [others]))
    .filter(({ agentId }) => !known.has(agentId))
  return { chosen: ranked.map(({ agentId }) => agentId), considered: [...told, ...rest] }
}
