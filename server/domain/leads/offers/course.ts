import { z } from 'zod'
import { ladderSchema } from '../routing/rules.schema.ts'
import { addMinutes } from './office-hours.ts'

/** How a lead goes on when nobody answers, as its rule said it when the lead came: later changes of rules change nothing. */
export const courseSchema = z.object({
  ladder: ladderSchema,
  offerMinutes: z.number().int().min(1),
  /** Whose agents are asked one after the other. */
  ruleId: z.uuid(),
  /** When the first of them was asked: the ladder counts from here. */
  startedAt: z.coerce.date(),
  /** The clock of the office. */
  timeZone: z.string(),
})
export type Course = z.output<typeof courseSchema>
export type Step = Course['ladder']['steps'][number]

export const momentOf = ({ ladder, startedAt, timeZone }: Course, { afterMinutes }: Step): Date =>
  addMinutes(startedAt, afterMinutes, ladder.clock, timeZone)

/** The next step that ends an offer, from a rung on. */
export const endingFrom = ({ ladder }: Course, rung: number): number => {
  const index = ladder.steps.findIndex(({ act }, at) => at >= rung && act !== 're-ping')
  return index === -1 ? ladder.steps.length : index
}

/** When an offer is over: its own minutes, or the next step that asks somebody else, whichever comes first. */
export function expiryOf(course: Course, rung: number, offeredAt: Date): Date {
  const { ladder, offerMinutes, timeZone } = course
  const own = addMinutes(offeredAt, offerMinutes, ladder.clock, timeZone)
  const step = ladder.steps[endingFrom(course, rung)]
  const next = step && momentOf(course, step)
  return next && next < own && next > offeredAt ? next : own
}

/** Whether somebody above the agents was asked already: from then on the ladder only goes up. */
export const hasEscalated = ({ ladder }: Course, rung: number): boolean =>
  ladder.steps.slice(0, rung).some(({ act }) => act === 'team-lead' || act === 'manager')

type Standing = { course: Course; rung: number; taken: readonly number[]; expiresAt: Date }

/** What an offer waits for: to be told of once more, or its end. */
export function nextTurn({
  course,
  rung,
  taken,
  expiresAt,
}: Standing): { kind: 're-ping'; rung: number; at: Date } | { kind: 'end'; at: Date } {
  const { steps } = course.ladder
  for (let index = rung; index < steps.length; index += 1) {
    const step = steps[index]
    if (step?.act !== 're-ping') break
    const at = momentOf(course, step)
    if (!taken.includes(index) && at < expiresAt) return { kind: 're-ping', rung: index, at }
  }
  return { kind: 'end', at: expiresAt }
}
