import type { LadderAct } from '#server/generated/prisma/enums.ts'
import { courseSchema, momentOf } from '../offers/course.ts'
import type { LadderActName } from '../routing/routing.words.ts'

const ACT_OF: Record<LadderActName, LadderAct> = {
  're-ping': 'rePing',
  'next-agent': 'nextAgent',
  'team-lead': 'teamLead',
  manager: 'manager',
  pond: 'pond',
}

export type Rung = {
  rung: number
  act: LadderAct
  /** When it is due: by the wall clock, or by the hours of the office. */
  dueAt: Date | null
  takenAt: Date | null
}

type Offer = { ladder: unknown; endedAt: Date | null; steps: { rung: number; act: LadderAct; takenAt: Date }[] }

/** The ladder of a lead: the steps that were taken, and those to come with their times. The last is always the default person. */
export function ladderOf(offers: readonly Offer[]): { clock: 'always' | 'office-hours'; rungs: Rung[] } | null {
  const last = offers.at(-1)
  if (!last) return null
  const course = courseSchema.parse(last.ladder)
  const taken = new Map(offers.flatMap(({ steps }) => steps.map((step) => [step.rung, step] as const)))
  const { clock, steps } = course.ladder
  const rungs = steps.map((step, rung) => ({
    ...{ rung, act: ACT_OF[step.act], dueAt: momentOf(course, step) },
    takenAt: taken.get(rung)?.takenAt ?? null,
  }))
  const end = taken.get(steps.length)
  const endsInPond = steps.at(-1)?.act === 'pond'
  if (endsInPond && !end) return { clock, rungs }
  return {
    clock,
    rungs: [...rungs, { rung: steps.length, act: 'fallback', dueAt: null, takenAt: end?.takenAt ?? null }],
  }
}
