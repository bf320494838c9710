import { draw } from '../routing/draw.ts'
import { route } from '../routing/route.ts'
import type { AgentState, Decision, Rules, Turn } from '../routing/routing.types.ts'
import type { Arrival, Placed } from './tunnel.types.ts'

const DAY_MS = 86_400_000
/** A lead that nobody has answered takes room for a week; after that nobody counts it. */
const OPEN_MS = 7 * DAY_MS
const RECENT_MS = 30 * DAY_MS

/** What the leads of the replay have made of somebody so far. */
type Standing = { opened: { until: number }[]; byRule: number[]; lastLeadAt: number | null }

export type Tunnel = {
  rules: Rules
  /** Everybody who works here or had one of the leads, with hours, coverage and capacity as they are set now. */
  people: readonly AgentState[]
  /** When somebody left; who has not is not in it. */
  leftAt: ReadonlyMap<string, Date>
  defaultAgentId: string
}

/** One person at a moment: as that day's decision kept them, else as they are set now; with the load of the replay. */
function stateAt(person: AgentState, { leftAt }: Tunnel, standing: Standing | undefined, at: Date): AgentState {
  const now = at.getTime()
  const left = leftAt.get(person.agentId)
  const last = standing?.lastLeadAt ?? null
  return {
    ...person,
    // Since when somebody is here is when they came over from the old system: it would leave nobody for the days before.
    hasLeft: left !== undefined && left <= at,
    openLeads: standing?.opened.filter(({ until }) => until > now).length ?? 0,
    leads30: standing?.byRule.filter((given) => given > now - RECENT_MS).length ?? 0,
    lastLeadAt: last === null ? null : new Date(last),
  }
}

/** Who has it in the end: whoever is asked is taken to say yes; of all who are asked at once the lot says who is first. */
function takerOf({ outcome }: Decision, seed: string): string | null {
  switch (outcome.kind) {
    case 'assign':
      return outcome.agentId
    case 'offer':
      return outcome.agentIds[0]
    case 'offer-all':
      return outcome.agentIds.toSorted((a, b) => draw(seed, 'first', a) - draw(seed, 'first', b))[0] ?? null
    case 'pond':
      return null
  }
}

/** Lets leads through a draft one after the other, the earliest first: each finds the load and the turns that those before it left. */
export function openTunnel(tunnel: Tunnel) {
  const standings = new Map<string, Standing>()
  const turns = new Map<string, Turn>()
  let turnsTaken = 0

  const count = (decision: Decision, { facts, answeredAt }: Arrival, agentId: string) => {
    const standing = standings.get(agentId) ?? { opened: [], byRule: [], lastLeadAt: null }
    const at = facts.arrivedAt.getTime()
    const week = at + OPEN_MS
    standing.opened = standing.opened.filter(({ until }) => until > at)
    standing.opened.push({ until: answeredAt ? Math.min(week, answeredAt.getTime()) : week })
    if (decision.because === 'rule') {
      standing.byRule = standing.byRule.filter((given) => given > at - RECENT_MS)
      standing.byRule.push(at)
      standing.lastLeadAt = at
    }
    standings.set(agentId, standing)
    if (decision.method !== 'round-robin' || decision.because !== 'rule') return
    const { ruleId } = decision
    const key = `${ruleId}:${agentId}`
    turnsTaken += 1
    turns.set(key, { ruleId, agentId, turns: (turns.get(key)?.turns ?? 0) + 1, lastTurn: turnsTaken })
  }

  return (arrival: Arrival): Placed => {
    const { facts, seed, inquiryId, firstAgentId } = arrival
    const at = facts.arrivedAt
    const then = new Map(arrival.knownThen.map((person) => [person.agentId, person]))
    const people = tunnel.people.map((person) => {
      return stateAt(then.get(person.agentId) ?? person, tunnel, standings.get(person.agentId), at)
    })
    const agents = { at, people, turns: [...turns.values()], defaultAgentId: tunnel.defaultAgentId, without: [] }
    const decision = route(facts, tunnel.rules, agents, seed)
    const agentId = takerOf(decision, seed)
    if (agentId !== null) count(decision, arrival, agentId)
    const { ruleId, ruleName } = decision
    return { inquiryId, arrivedAt: at, citySlug: facts.citySlug, ruleId, ruleName, agentId, firstAgentId }
  }
}
