import { type Course, expiryOf } from './course.ts'

/** A channel that works takes seconds; who was reached later than this gets the time of the offer from then on. */
export const LATE_MS = 2 * 60_000
/** How often it is looked whether a channel delivers again, and how long a lead waits for that before it goes on. */
const LOOK_MS = 60_000
const MOST_WAIT_MS = 30 * 60_000

type Ending = {
  offer: { offeredAt: Date; rung: number; course: Course }
  reachedAt: Date | null
  /** Something for somebody who is asked still waits to be handed over. */
  isOnItsWay: boolean
  at: Date
}

/**
 * What the end of an offer's time means. `until`: nobody could hear of it, or they heard late, so its clock goes on until
 * then. Else it is over, and missed only by people who were reached: nobody is held to what no channel has delivered.
 */
export function endOrWait({ offer, reachedAt, isOnItsWay, at }: Ending): { until: Date } | { isMissed: boolean } {
  const { offeredAt, rung, course } = offer
  if (reachedAt) {
    const isLate = reachedAt.getTime() - offeredAt.getTime() > LATE_MS
    const full = isLate ? expiryOf(course, rung, reachedAt) : at
    return full > at ? { until: full } : { isMissed: true }
  }
  const isWorthIt = isOnItsWay && at.getTime() - offeredAt.getTime() < MOST_WAIT_MS
  return isWorthIt ? { until: new Date(at.getTime() + LOOK_MS) } : { isMissed: false }
}
