import type { ChaseSetting } from '#server/domain/leads/idle/chase.schema.ts'
import { CHASE_ACTS, type ChaseActName } from '#server/domain/leads/idle/chase.words.ts'

/** The setting as the form has it: each step is on or off, and minutes are what somebody is typing. */
export type Draft = {
  isOn: boolean
  clock: ChaseSetting['clock']
  steps: Record<ChaseActName, { isOn: boolean; minutes: string }>
  repeats: boolean
  repeatMinutes: string
  backTo: string | null
}

const USUAL: Record<ChaseActName, number> = { remind: 15, 'team-lead': 60, manager: 120, 'take-back': 240 }

export function toDraft({ isOn, clock, steps, repeatMinutes, backTo }: ChaseSetting): Draft {
  const stepOf = (act: ChaseActName) => {
    const step = steps.find((each) => each.act === act)
    return { isOn: step !== undefined, minutes: String(step?.afterMinutes ?? USUAL[act]) }
  }
  return {
    ...{ isOn, clock, backTo, repeats: repeatMinutes !== null, repeatMinutes: String(repeatMinutes ?? 240) },
    steps: {
      remind: stepOf('remind'),
      'team-lead': stepOf('team-lead'),
      manager: stepOf('manager'),
      'take-back': stepOf('take-back'),
    },
  }
}

/** What is no number is 0, which the server refuses with its words. */
const numberOf = (text: string) => Number(text.replace(/\D/g, ''))

export const toSetting = ({ isOn, clock, steps, repeats, repeatMinutes, backTo }: Draft): ChaseSetting => ({
  ...{ isOn, clock, backTo, repeatMinutes: repeats ? numberOf(repeatMinutes) : null },
  steps: CHASE_ACTS.flatMap((act) => (steps[act].isOn ? [{ act, afterMinutes: numberOf(steps[act].minutes) }] : [])),
})
