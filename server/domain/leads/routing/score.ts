import { covers } from './eligibility.ts'
import type { AgentState, Agents, Facts, Term } from './routing.types.ts'
import { TERM_WORDS, type TermName } from './why-not.words.ts'

const WEEK_MS = 7 * 86_400_000
/** With that many open leads, half of the points for room are gone. */
const HALF_FULL = 10
/** What somebody is taken to have done before their first offers: four of five answered. */
const [ANSWERED_BEFORE, OFFERED_BEFORE] = [4, 5]
/** As many leads of 30 days as nobody is capped below. */
const ALWAYS_ALLOWED = 3
const MOST_SHARES = 2

const rounded = (points: number) => Math.round(points * 10) / 10

function shares(agent: AgentState, facts: Facts, at: Date): Record<TermName, number> {
  const { accepted, passed, missed } = agent.offers90
  const answered = accepted + passed
  const hasBand = agent.minPriceCents !== null || agent.maxPriceCents !== null
  const restMs = agent.lastLeadAt === null ? WEEK_MS : at.getTime() - agent.lastLeadAt.getTime()
  return {
    area: covers(agent.coverage, facts) === true ? 1 : 0,
    price: hasBand && facts.priceCents !== null ? 1 : 0,
    load: HALF_FULL / (HALF_FULL + agent.openLeads),
    record: (answered + ANSWERED_BEFORE) / (answered + missed + OFFERED_BEFORE),
    rest: Math.min(1, Math.max(0, restMs / WEEK_MS)),
  }
}

/** The points of somebody who can have a lead, term by term. A pass counts as an answer: only silence costs. */
export function scoreOf(agent: AgentState, facts: Facts, { at }: Agents): { terms: Term[]; score: number } {
  const held = shares(agent, facts, at)
  const names = Object.keys(held) as TermName[]
  const terms = names.map((name) => ({ name, value: rounded(held[name] * TERM_WORDS[name].most) }))
  return { terms, score: rounded(terms.reduce((sum, { value }) => sum + value, 0)) }
}

/**
 * Whether one lead more would give somebody over twice an even share of the last 30 days among those who can have it.
 * There is always somebody for whom it would not: whoever has the fewest.
 */
export function isOverShare(agent: AgentState, able: readonly AgentState[]): boolean {
  const all = able.reduce((sum, { leads30 }) => sum + leads30, 0)
  return agent.leads30 >= ALWAYS_ALLOWED && agent.leads30 + 1 > (MOST_SHARES * (all + 1)) / able.length
}
