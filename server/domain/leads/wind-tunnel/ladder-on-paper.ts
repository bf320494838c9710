import { type Course, endingFrom, expiryOf, hasEscalated, momentOf } from '../offers/course.ts'
import { draw } from '../routing/draw.ts'
import type { AgentState, Decision } from '../routing/routing.types.ts'
import { answerOf } from './answers.ts'
import type { Habits } from './habits.ts'
import type { LadderEnd } from './tunnel.types.ts'

/** What the ladder asks of the tunnel. */
export type Paper = {
  seed: string
  habits: Habits
  defaultAgentId: string
  personOf: (agentId: string) => AgentState | undefined
  /** Who is next by the rules at a moment, without whom was asked; nothing is counted before it is followed. */
  decide: (hop: number, at: Date, without: readonly string[]) => { decision: Decision; follow: () => void }
  superiorOf: (act: 'team-lead' | 'manager', asked: readonly string[]) => AgentState | undefined
}
export type Climbed = { agentId: string | null; at: Date; asked: number; end: LadderEnd }

type Held = { agentIds: readonly string[]; kind: 'offer' | 'offer-all'; rung: number; at: Date; byLadder: boolean }
type Next = Held | Climbed
const isOver = (next: Next): next is Climbed => 'end' in next

/** What a decision does, on paper. */
function follow({ outcome }: Decision, rung: number, at: Date, asked: number): Next {
  switch (outcome.kind) {
    case 'assign':
      return { agentId: outcome.agentId, at, asked, end: asked === 0 ? 'given' : 'next-agent' }
    case 'pond':
      return { agentId: null, at, asked, end: 'pond' }
    default:
      return { agentIds: outcome.agentIds, kind: outcome.kind, rung, at, byLadder: false }
  }
}

/** Who of those who are asked takes it first, and when it is over if nobody does: at the end of its time, or when the last has passed. */
function playOffer({ agentIds, at }: Held, expiresAt: Date, paper: Paper) {
  const answers = agentIds.flatMap((agentId) => {
    const person = paper.personOf(agentId)
    return person ? [{ agentId, ...answerOf(person, at, paper.habits, paper.seed) }] : []
  })
  const within = answers.filter(({ afterMs }) => at.getTime() + afterMs < expiresAt.getTime())
  const [first] = within
    .filter(({ says }) => says === 'yes')
    .toSorted((a, b) => a.afterMs - b.afterMs || draw(paper.seed, a.agentId) - draw(paper.seed, b.agentId))
  if (first) return { takenBy: first.agentId, at: new Date(at.getTime() + first.afterMs) }
  const passes = within.filter(({ says }) => says === 'pass').map(({ afterMs }) => afterMs)
  const isPassed = agentIds.length > 0 && passes.length === agentIds.length
  return { takenBy: null, at: isPassed ? new Date(at.getTime() + Math.max(...passes)) : expiresAt }
}

/** What comes after an offer that nobody took: as `climb` does it with real ones. */
function goOn(course: Course, rung: number, at: Date, asked: readonly string[], hop: number, paper: Paper): Next {
  const askNext = (nextRung: number, mayLeaveRule: boolean): Next | null => {
    const { decision, follow: count } = paper.decide(hop, at, asked)
    if (decision.ruleId !== course.ruleId && !mayLeaveRule) return null
    count()
    return follow(decision, nextRung, at, asked.length)
  }
  const ending = endingFrom(course, rung)
  const step = course.ladder.steps[ending]
  const isDue = step !== undefined && momentOf(course, step) <= at
  const next = isDue || hasEscalated(course, rung) ? null : askNext(rung, step === undefined)
  if (next) return next
  for (const [index, { act }] of course.ladder.steps.entries()) {
    if (index < ending || act === 're-ping') continue
    if (act === 'pond') return { agentId: null, at, asked: asked.length, end: 'pond' }
    if (act === 'next-agent') {
      const other = askNext(index + 1, false)
      if (other) return other
      continue
    }
    const superior = paper.superiorOf(act, asked)
    if (superior) return { agentIds: [superior.agentId], kind: 'offer', rung: index + 1, at, byLadder: true }
  }
  return { agentId: paper.defaultAgentId, at, asked: asked.length, end: 'fallback' }
}

/** No lead is asked about for longer: each offer adds somebody who is not asked again. */
const MOST_HOPS = 200

/** Goes up the ladder of the rule that decided until somebody has the lead, as offers do it. */
export function climbOnPaper(decision: Decision, arrivedAt: Date, paper: Paper): Climbed {
  let next = follow(decision, 0, arrivedAt, 0)
  if (isOver(next)) return next
  const zone = paper.personOf(next.agentIds[0] ?? '')?.zone ?? 'America/New_York'
  const { ladder, offerMinutes, ruleId } = decision
  const course: Course = { ladder, offerMinutes, ruleId, startedAt: arrivedAt, timeZone: zone }
  const asked: string[] = []
  for (let hop = 1; hop <= MOST_HOPS && !isOver(next); hop += 1) {
    asked.push(...next.agentIds)
    const played = playOffer(next, expiryOf(course, next.rung, next.at), paper)
    if (played.takenBy !== null) {
      const end = next.byLadder ? 'superior' : hop === 1 ? 'first' : 'next-agent'
      return { agentId: played.takenBy, at: played.at, asked: asked.length, end }
    }
    next = goOn(course, next.rung, played.at, asked, hop, paper)
  }
  return isOver(next) ? next : { agentId: paper.defaultAgentId, at: next.at, asked: asked.length, end: 'fallback' }
}
