import type { CameAs } from './eligibility.ts'
import type { AgentState } from './routing.types.ts'
import type { Pool } from './rules.schema.ts'

export type Candidate = { agent: AgentState; came: CameAs }

export const byId = (a: { agentId: string }, b: { agentId: string }) =>
  a.agentId < b.agentId ? -1 : Number(a.agentId > b.agentId)

/** Everybody whom a pool means, in the order of their ids. Who has left is there only where the pool names them. */
export function membersOf({ officeIds, teamIds, agentIds }: Pool, people: readonly AgentState[]): Candidate[] {
  const isPicked = ({ agentId }: AgentState) => agentIds.includes(agentId)
  const isOfGroup = ({ officeId, teamId, hasLeft }: AgentState) =>
    !hasLeft && (officeIds.includes(officeId) || (teamId !== null && teamIds.includes(teamId)))
  return people
    .filter((agent) => isPicked(agent) || isOfGroup(agent))
    .map((agent) => ({ agent, came: isPicked(agent) ? ('picked' as const) : ('group' as const) }))
    .toSorted((a, b) => byId(a.agent, b.agent))
}
