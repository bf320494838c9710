import { env } from '#server/env.ts'
import type { LastDrill } from './drill.queries.ts'
import { DRILL_HOUR_MS, DRILL_JOB, isDrillDue, wallClock } from './drill.ts'

/** The one incident about drills that did not do what they are for. */
export const DRILL_SILENT = 'fire-drill-silent'

const silent = (runId: string | null, title: string, words: string) => [
  { kind: 'drill' as const, causeKey: DRILL_SILENT, functionId: DRILL_JOB, runId, title, words },
]

/**
 * What the drill proves is missing: its alarm did not arrive, or its hour has passed without a drill although the jobs
 * have been running for that long. `since` is when they began to; null while nobody expects them to.
 */
export function aboutDrill(last: LastDrill | null, since: Date | null, now: Date) {
  if (last?.outcome === 'missing') {
    return silent(last.runId, "The fire drill's alarm did not arrive", `The last fire drill: ${last.words}`)
  }
  const anHourAgo = new Date(now.getTime() - DRILL_HOUR_MS)
  const { day } = wallClock(anHourAgo)
  if (!since || since > anHourAgo || !isDrillDue(anHourAgo, env.NEXTAUTH_SECRET)) return []
  // Around midnight an hour ago is another day; that day's drill or a later one will do.
  if (last && last.day >= day) return []
  const words = "Today's fire drill should have been held an hour ago: nobody knows whether alarms still arrive."
  return silent(null, 'There was no fire drill', words)
}
