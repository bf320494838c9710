import { draw } from '../routing/draw.ts'
import type { AgentState } from '../routing/routing.types.ts'
import { WEEKDAYS } from '../routing/routing.words.ts'
import { wallClockOf } from '../routing/wall-clock.ts'
import type { Habits } from './habits.ts'

export type Answer = { says: 'yes' | 'pass' | 'nothing'; afterMs: number }

/** The hour of the week that a wall shows, 0 to 167 from Monday midnight. */
function hourOf(at: Date, zone: string): number {
  const { day, minute } = wallClockOf(at, zone)
  return WEEKDAYS.indexOf(day) * 24 + Math.floor(minute / 60)
}

/**
 * What somebody would have answered, by their habit at that hour and the lot of this lead: the same each time it is tried,
 * and whoever says yes to it is the same in every draft.
 */
export function answerOf(agent: AgentState, at: Date, habits: Habits, seed: string): Answer {
  const { accepts, passes, minutes } = habits(agent.agentId, hourOf(at, agent.zone))
  const lot = draw(seed, 'answer', agent.agentId)
  const says = lot < accepts ? 'yes' : lot < accepts + passes ? 'pass' : 'nothing'
  // Answers come early, and a few late: the middle one is at seven tenths of the mean.
  const wait = -Math.log(draw(seed, 'wait', agent.agentId)) * minutes
  return { says, afterMs: Math.round(wait * 60_000) }
}
