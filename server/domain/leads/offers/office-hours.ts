import { isQuiet, type Quiet } from '#server/domain/alerts/rhythm/due-at.ts'
import type { LadderClock } from '../routing/routing.words.ts'

/** When no office works: from eight in the evening to eight in the morning, on its own clock. */
const CLOSED: Quiet = { from: 20 * 60, to: 8 * 60 }
const MINUTE_MS = 60_000
/** A lead of Friday night waits for Saturday morning; nothing waits for longer than this walk. */
const MOST_STEPS = 20_000

/**
 * The moment some minutes later: by the wall clock, or counting only minutes in which the office is open. An office's
 * night is walked through minute by minute, so that the two nights a year in which clocks change are right, too.
 */
export function addMinutes(from: Date, minutes: number, clock: LadderClock, timeZone: string): Date {
  if (clock === 'always') return new Date(from.getTime() + minutes * MINUTE_MS)
  let at = from.getTime()
  let left = minutes
  for (let step = 0; left > 0 && step < MOST_STEPS; step += 1) {
    if (!isQuiet(CLOSED, timeZone, new Date(at))) left -= 1
    at += MINUTE_MS
  }
  return new Date(at)
}
