import { byId } from '../routing/pool.ts'
import { route } from '../routing/route.ts'
import type { AgentState, Decision, Rules, Turn } from '../routing/routing.types.ts'
import type { Habits } from './habits.ts'
import { climbOnPaper } from './ladder-on-paper.ts'
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
  /** What people do when they are asked. */
  habits: Habits
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

const oldest = (a: AgentState, b: AgentState) => a.hereSince.getTime() - b.hereSince.getTime() || byId(a, b)

/** As offers find them: who leads a team of those who were asked, or manages an office of theirs, and was not asked yet. */
function superiorAmong(people: readonly AgentState[], act: 'team-lead' | 'manager', asked: readonly string[]) {
  const those = people.filter(({ agentId }) => asked.includes(agentId))
  const isAbove = (person: AgentState) =>
    act === 'manager'
      ? person.role === 'manager' && those.some(({ officeId }) => officeId === person.officeId)
      : person.role === 'teamLead' && those.some(({ teamId }) => teamId !== null && teamId === person.teamId)
  return people
    .filter((person) => !person.hasLeft && !asked.includes(person.agentId) && isAbove(person))
    .toSorted(oldest)[0]
}

/** Lets leads through a draft one after the other, the earliest first: each finds the load and the turns that those before it left. */
export function openTunnel(tunnel: Tunnel) {
  const { rules, habits, defaultAgentId } = tunnel
  const standings = new Map<string, Standing>()
  const turns = new Map<string, Turn>()
  let turnsTaken = 0

  const countTaken = (isByRule: boolean, { facts, answeredAt }: Arrival, agentId: string) => {
    const standing = standings.get(agentId) ?? { opened: [], byRule: [], lastLeadAt: null }
    const at = facts.arrivedAt.getTime()
    const week = at + OPEN_MS
    standing.opened = standing.opened.filter(({ until }) => until > at)
    standing.opened.push({ until: answeredAt ? Math.min(week, answeredAt.getTime()) : week })
    if (isByRule) {
      standing.byRule = standing.byRule.filter((given) => given > at - RECENT_MS)
      standing.byRule.push(at)
      standing.lastLeadAt = at
    }
    standings.set(agentId, standing)
  }
  const countTurn = ({ outcome, method, because, ruleId }: Decision) => {
    const agentId = outcome.kind === 'assign' ? outcome.agentId : outcome.kind === 'offer' ? outcome.agentIds[0] : null
    if (agentId === null || method !== 'round-robin' || because !== 'rule') return
    const key = `${ruleId}:${agentId}`
    turnsTaken += 1
    turns.set(key, { ruleId, agentId, turns: (turns.get(key)?.turns ?? 0) + 1, lastTurn: turnsTaken })
  }

  return (arrival: Arrival): Placed => {
    const { facts, seed, inquiryId, firstAgentId } = arrival
    const then = new Map(arrival.knownThen.map((person) => [person.agentId, person]))
    const peopleAt = (at: Date) =>
      tunnel.people.map((person) =>
        stateAt(then.get(person.agentId) ?? person, tunnel, standings.get(person.agentId), at),
      )
    const decide = (hop: number, at: Date, without: readonly string[]) => {
      const agents = { at, people: peopleAt(at), turns: [...turns.values()], defaultAgentId, without: [...without] }
      const decision = route(facts, rules, agents, hop === 0 ? seed : `${inquiryId}:${hop}`)
      return { decision, follow: () => countTurn(decision) }
    }
    const known = new Map(tunnel.people.map((person) => [person.agentId, person]))
    const first = decide(0, facts.arrivedAt, [])
    first.follow()
    const climbed = climbOnPaper(first.decision, facts.arrivedAt, {
      ...{ seed, habits, defaultAgentId, decide },
      personOf: (id) => known.get(id),
      superiorOf: (act, asked) => superiorAmong(peopleAt(facts.arrivedAt), act, asked),
    })
    const { agentId, at, asked, end } = climbed
    const { ruleId, ruleName, because } = first.decision
    const isByRule = asked > 0 ? end !== 'fallback' : because === 'rule'
    if (agentId !== null) countTaken(isByRule, arrival, agentId)
    const takenMinutes = (at.getTime() - facts.arrivedAt.getTime()) / 60_000
    const place = { arrivedAt: facts.arrivedAt, citySlug: facts.citySlug, ruleId, ruleName }
    return { inquiryId, ...place, agentId, firstAgentId, takenMinutes, asked, end }
  }
}
