import { HORIZON_LIMIT_MS } from '#server/domain/listings/listings.feed.ts'

/** Never "0 homes changed" while changes are stuck where a run could not see them. Null when the horizon is fresh. */
export function horizonProblem(ageMs: number, limitMs = HORIZON_LIMIT_MS): string | null {
  if (ageMs <= limitMs) return null
  const minutes = Math.round(ageMs / 60_000)
  return `Changes to listings had been waiting for ${minutes} minutes; this run could not see them.`
}
