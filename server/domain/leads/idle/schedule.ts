import { z } from 'zod'
import type { ChaseAct } from '#server/generated/prisma/enums.ts'
import { addMinutes } from '../offers/office-hours.ts'
import { chaseSchema } from './chase.schema.ts'
import { type ChaseActName, MOST_REPEATS } from './chase.words.ts'

/** The course of a chase as its lead was given: the firm's, on the clock of the agent's office. */
export const chaseCourseSchema = chaseSchema.omit({ isOn: true }).extend({ timeZone: z.string() })
export type ChaseCourse = z.output<typeof chaseCourseSchema>

export const ACT_OF: Record<ChaseActName, ChaseAct> = {
  remind: 'remind',
  'team-lead': 'teamLead',
  manager: 'manager',
  'take-back': 'takeBack',
}

/** Who hears of it again and again: whoever stands highest among those who were told. */
const repeated = ({ steps }: ChaseCourse): ChaseAct =>
  ACT_OF[steps.findLast(({ act }) => act !== 'take-back')?.act ?? 'remind']

/** What the step of a number does; null when there is no such step. */
export function actAt(course: ChaseCourse, rung: number): ChaseAct | null {
  const step = course.steps[rung]
  if (step) return ACT_OF[step.act]
  return course.repeatMinutes !== null && rung < course.steps.length + MOST_REPEATS ? repeated(course) : null
}

/** Minutes from one step to the next one. */
function gapTo({ steps, repeatMinutes }: ChaseCourse, rung: number): number {
  const step = steps[rung]
  if (!step) return repeatMinutes ?? 0
  return step.afterMinutes - (steps[rung - 1]?.afterMinutes ?? 0)
}

/**
 * When a step is due, counted from the one before, or from when the lead was given. From the step before, so that after
 * hours in which nothing ran nobody is reminded and loses the lead in the same minute. Null when there is no such step.
 */
export function dueAt(course: ChaseCourse, rung: number, before: Date): Date | null {
  if (actAt(course, rung) === null) return null
  return addMinutes(before, gapTo(course, rung), course.clock, course.timeZone)
}

export type Due = { rung: number; act: ChaseAct; dueAt: Date }

/** The steps to come with their times, if nobody does anything; those that only repeat are left out but for the next one. */
export function stepsToCome(course: ChaseCourse, taken: number, nextAt: Date): Due[] {
  const due: Due[] = []
  let at: Date | null = nextAt
  for (let rung = taken; at; rung += 1) {
    const act = actAt(course, rung)
    if (act === null || (rung > taken && rung >= course.steps.length)) break
    due.push({ rung, act, dueAt: at })
    at = dueAt(course, rung + 1, at)
  }
  return due
}
