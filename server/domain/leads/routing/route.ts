import { fits } from './conditions.ts'
import { type CameAs, reasonsAgainst } from './eligibility.ts'
import { BUILT_IN_LINES } from './lines.words.ts'
import { chooseFrom, type Line as Looked } from './methods.ts'
import { byId, membersOf } from './pool.ts'
import type { Agents, Considered, Decision, Facts, Line, Outcome, Rules } from './routing.types.ts'
import type { DecidedBecause } from './routing.words.ts'
import type { DefaultRule, Method, Rule } from './rules.schema.ts'
import { chooseAsUsual } from './usual.ts'
import type { WhyNot } from './why-not.words.ts'

/** Who a line found, or nobody; and everybody it looked at. */
type Found = { agentIds: string[]; because: DecidedBecause } | { pondId: string } | null
type Looking = { found: Found; considered: Considered[] }

const told = (ruleId: string, agentId: string, whyNot: WhyNot[]): Considered => {
  return { ruleId, agentId, whyNot, terms: [], score: null }
}

/** One person, who is asked by name. */
export function lookAtOne(agentId: string, came: CameAs, because: DecidedBecause, line: Looked): Looking {
  const agent = line.agents.people.find((person) => person.agentId === agentId)
  const whyNot: WhyNot[] = agent ? reasonsAgainst(agent, came, line) : ['left']
  const found = whyNot.length === 0 ? { agentIds: [agentId], because } : null
  return { found, considered: [told(line.ruleId, agentId, whyNot)] }
}

function lookAtPool(method: Extract<Method, { pool: unknown }>, line: Looked): Looking {
  const judged = membersOf(method.pool, line.agents.people).map(({ agent, came }) => {
    return { agent, whyNot: reasonsAgainst(agent, came, line) }
  })
  const able = judged.filter(({ whyNot }) => whyNot.length === 0).map(({ agent }) => agent)
  const { chosen, considered } = chooseFrom(method, able, line)
  const unable = judged
    .filter(({ whyNot }) => whyNot.length > 0)
    .map(({ agent, whyNot }) => told(line.ruleId, agent.agentId, whyNot))
  const asked = method.kind === 'first-to-claim' ? chosen : chosen.slice(0, 1)
  return {
    found: asked.length > 0 ? { agentIds: asked, because: 'rule' } : null,
    considered: [...considered, ...unable].toSorted(byId),
  }
}

function look(method: Method, line: Looked): Looking {
  switch (method.kind) {
    case 'named':
      return lookAtOne(method.agentId, 'by-name', 'rule', line)
    case 'listing-agent':
      return line.facts.listingAgentId
        ? lookAtOne(line.facts.listingAgentId, 'by-name', 'listing-agent', line)
        : { found: null, considered: [] }
    case 'pond':
      return { found: { pondId: method.pondId }, considered: [] }
    case 'usual':
      return chooseAsUsual(line)
    default:
      return lookAtPool(method, line)
  }
}

/** Their client, or named for them: all that counts is that they work here, and have not been asked. */
function lookAtOwn(agentId: string, because: DecidedBecause, line: Looked): Looking {
  const looking = lookAtOne(agentId, 'by-name', because, line)
  const [considered] = looking.considered
  const counts = (considered?.whyNot ?? []).filter((why) => why === 'left' || why === 'role' || why === 'asked-already')
  return {
    found: counts.length === 0 ? { agentIds: [agentId], because } : null,
    considered: [told(line.ruleId, agentId, counts)],
  }
}

type Way = { line: Omit<Line, 'found'>; look: (line: Looked) => Looking; rule: Rule | DefaultRule | null }

/** The lines that fit a lead, from above: the built-in ones, the rules whose conditions hold, the default rule. */
function waysOf(facts: Facts, { rules, fallback }: Rules): Way[] {
  const { relationship, named } = BUILT_IN_LINES
  const { knownAgentId, namedAgentId } = facts
  const known: Way[] = knownAgentId
    ? [
        {
          line: { ruleId: relationship.id, ruleName: relationship.name, method: 'relationship' },
          look: (line) => lookAtOwn(knownAgentId, 'relationship', line),
          rule: null,
        },
      ]
    : []
  const bySource: Way[] = namedAgentId
    ? [
        {
          line: { ruleId: named.id, ruleName: named.name, method: 'named-by-source' },
          look: (line) => lookAtOwn(namedAgentId, 'named-by-source', line),
          rule: null,
        },
      ]
    : []
  const written = [...rules.filter(({ when }) => fits(when, facts)), fallback].map((rule): Way => {
    const line = { ruleId: rule.id, ruleName: rule.name, method: rule.method.kind }
    return { line, look: (looked) => look(rule.method, looked), rule }
  })
  return [...known, ...bySource, ...written]
}

function outcomeOf(found: NonNullable<Found>, rule: Way['rule']): Outcome {
  if ('pondId' in found) return { kind: 'pond', pondId: found.pondId }
  const [agentId = '', ...others] = found.agentIds
  if (rule?.method.kind === 'first-to-claim') return { kind: 'offer-all', agentIds: [agentId, ...others].toSorted() }
  return rule?.handOver === 'offer' && found.because !== 'default'
    ? { kind: 'offer', agentIds: [agentId] }
    : { kind: 'assign', agentId }
}

/** Whether whoever a rule finds has some minutes to say yes. */
const asks = ({ method, handOver }: Rule | DefaultRule) => method.kind === 'first-to-claim' || handOver === 'offer'

const NO_LADDER = { clock: 'always' as const, steps: [] }

/**
 * Who gets a lead, by which rule and why, and why not each of the others: the first line that fits and finds somebody
 * decides; in the end it is the default person. A function of its arguments alone, and the order in which people and
 * turns stand means nothing: what was decided can be decided again.
 */
export function route(facts: Facts, rules: Rules, agents: Agents, seed: string): Decision {
  const considered: Considered[] = []
  const lines: Line[] = []
  for (const { line, look: lookBy, rule } of waysOf(facts, rules)) {
    const waits = rules.skipsBusy && rule !== null && asks(rule)
    const looking = lookBy({ ruleId: line.ruleId, facts, agents, seed, waits })
    considered.push(...looking.considered)
    lines.push({ ...line, found: looking.found !== null })
    if (!looking.found) continue
    const because = 'pondId' in looking.found ? 'rule' : looking.found.because
    const { offerMinutes = 0, ladder = NO_LADDER } = rule ?? {}
    return { ...line, outcome: outcomeOf(looking.found, rule), offerMinutes, ladder, because, considered, lines }
  }
  const { fallback } = rules
  const agentId = agents.defaultAgentId
  return {
    ...{ ruleId: fallback.id, ruleName: fallback.name, method: fallback.method.kind },
    ...{ outcome: { kind: 'assign', agentId }, offerMinutes: fallback.offerMinutes, ladder: fallback.ladder },
    ...{ because: 'default', considered: [...considered, told(fallback.id, agentId, [])], lines },
  }
}
