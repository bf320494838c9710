import type { Db } from '#server/db.ts'
import { readStates, type Scope } from './agents.sql.ts'
import { fits } from './conditions.ts'
import type { Agents, Facts, Rules } from './routing.types.ts'

/** The methods that may decide about a lead: of the rules that fit, and the last one. */
export const methodsFor = (facts: Facts, { rules, fallback }: Rules) =>
  [...rules.filter(({ when }) => fits(when, facts)), fallback].map(({ id, method }) => ({ ruleId: id, method }))

type Fitting = ReturnType<typeof methodsFor>

/** Everybody whom those methods could come to. */
export function scopeOf(facts: Facts, fitting: Fitting): Scope {
  const pools = fitting.flatMap(({ method }) => ('pool' in method ? [method.pool] : []))
  const named = fitting.flatMap(({ method }) => (method.kind === 'named' ? [method.agentId] : []))
  const own = [facts.knownAgentId, facts.namedAgentId, facts.listingAgentId].filter((id) => id !== null)
  return {
    officeIds: pools.flatMap(({ officeIds }) => officeIds),
    teamIds: pools.flatMap(({ teamIds }) => teamIds),
    agentIds: [...own, ...named, ...pools.flatMap(({ agentIds }) => agentIds)],
    managersOf: facts.officeId,
  }
}

type Asked = { facts: Facts; rules: Rules; at: Date; without: readonly string[]; defaultAgentId: string }

/** The people that a decision by these rules rests on, as they stand. */
export async function readAgents(db: Db, { facts, rules, at, without, defaultAgentId }: Asked): Promise<Agents> {
  const fitting = methodsFor(facts, rules)
  const robins = fitting.filter(({ method }) => method.kind === 'round-robin').map(({ ruleId }) => ruleId)
  const states = await readStates(db, scopeOf(facts, fitting), { at, ruleIds: robins })
  return { at, ...states, defaultAgentId, without: [...without] }
}
