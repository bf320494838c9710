import { reasonsAgainst } from './eligibility.ts'
import type { Line } from './methods.ts'
import { byId } from './pool.ts'
import type { AgentState, Considered } from './routing.types.ts'
import type { DecidedBecause } from './routing.words.ts'

type Step = { agent: AgentState; because: DecidedBecause }

/** Whoever has managed the office of the town the longest, and has not left. */
function managerOf(officeId: string | null, people: readonly AgentState[]): AgentState | undefined {
  return people
    .filter((agent) => agent.officeId === officeId && agent.role === 'manager' && !agent.hasLeft)
    .toSorted((a, b) => a.hereSince.getTime() - b.hereSince.getTime() || byId(a, b))[0]
}

/**
 * What the firm did before anybody wrote a rule: the agent who lists the home, else the manager of the office of its
 * town, else the default person, who always can.
 */
export function chooseAsUsual(line: Line) {
  const { ruleId, facts, agents } = line
  const { people, defaultAgentId } = agents
  const lister = people.find(({ agentId }) => agentId === facts.listingAgentId)
  const manager = managerOf(facts.officeId, people)
  const steps: Step[] = [
    ...(lister ? [{ agent: lister, because: 'listing-agent' as const }] : []),
    ...(manager && manager !== lister ? [{ agent: manager, because: 'town-office' as const }] : []),
  ]
  const judged = steps.map((step) => ({ ...step, whyNot: reasonsAgainst(step.agent, 'by-name', line) }))
  const first = judged.find(({ whyNot }) => whyNot.length === 0)
  const agentId = first?.agent.agentId ?? defaultAgentId
  const considered = judged.map(({ agent, whyNot }): Considered => {
    const after: Considered['whyNot'] = agent.agentId === agentId ? [] : ['after-another']
    return { ruleId, agentId: agent.agentId, whyNot: whyNot.length > 0 ? whyNot : after, terms: [], score: null }
  })
  const others = considered.filter((each) => each.agentId !== agentId)
  const because: DecidedBecause = first?.because ?? 'default'
  return {
    found: { agentIds: [agentId], because },
    considered: [...others, { ruleId, agentId, whyNot: [], terms: [], score: null }].toSorted(byId),
  }
}
