import type { ChaseAct, ChaseEnd } from '#server/generated/prisma/enums.ts'
import type { LadderClock } from '../routing/routing.words.ts'

/** What can be done about a lead that nobody works, in the order in which it may come. */
export const CHASE_ACTS = ['remind', 'team-lead', 'manager', 'take-back'] as const
export type ChaseActName = (typeof CHASE_ACTS)[number]

/** As the settings ask for it. */
export const CHASE_ACT_WORDS: Record<ChaseActName, string> = {
  remind: 'Remind the agent',
  'team-lead': 'Tell the team lead',
  manager: 'Tell the manager of the office',
  'take-back': 'Take it back, and let the rules find somebody else',
}

/** What comes; `toPond` where a lead that is taken back lies in a pond then. */
export const CHASE_TO_COME: Record<ChaseAct, string> = {
  remind: 'The agent is reminded',
  teamLead: 'The team lead is told',
  manager: 'The manager of the office is told',
  takeBack: 'It is taken back and goes to somebody else',
}

/** What was done, with the name of whoever was told; null where there was nobody. */
export function chaseStepSaid(act: ChaseAct, name: string | null): string {
  switch (act) {
    case 'remind':
      return name ? `${name} was reminded` : 'The agent was reminded'
    case 'teamLead':
      return name ? `${name} was told, who leads the team` : 'There is no team lead to tell'
    case 'manager':
      return name ? `${name} was told, who manages the office` : 'There is no manager to tell'
    case 'takeBack':
      return name ? `Taken back from ${name}` : 'It stays: nobody else is meant for it'
  }
}

export const CHASE_END_WORDS: Record<ChaseEnd, string> = {
  worked: 'Somebody has turned to them',
  movedOn: 'It changed hands',
  takenBack: 'It was taken back',
  exhausted: 'Everybody was told, and nobody has done anything',
}

export const CHASE_CLOCK_WORDS: Record<LadderClock, string> = {
  always: 'Day and night',
  'office-hours': 'Counted in office hours',
}

/** How often those above are told again before it is given up. */
export const MOST_REPEATS = 10
/** The longest that one may wait for a step, in minutes: four office days. */
export const MOST_MINUTES = 2_880

/** "15 minutes", "1 hour", "2 hours 30 minutes". */
export function minutesInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
  if (hours === 0) return counted(rest, 'minute')
  return rest === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${counted(rest, 'minute')}`
}
