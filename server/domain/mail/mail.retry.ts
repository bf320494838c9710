/** Seconds to wait after the n-th attempt: soon at first, then a quarter of an hour, for about a day in all. */
const WAITS = [30, 60, 120, 300, 600, 900] as const
const MAX_ATTEMPTS = 96
/** A repeat after an unknown outcome may be a second copy, so there are few of them. */
const MAX_UNKNOWN_ATTEMPTS = 4
const UNKNOWN_WAIT_SECONDS = 60

type After = { attempts: number; outcome: 'later' | 'unknown' }

/** When to try again, or null when the mail becomes a dead letter. */
export function nextTry({ attempts, outcome }: After, now: Date): Date | null {
  if (outcome === 'unknown') {
    return attempts >= MAX_UNKNOWN_ATTEMPTS ? null : new Date(now.getTime() + UNKNOWN_WAIT_SECONDS * 1000)
  }
  if (attempts >= MAX_ATTEMPTS) return null
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? WAITS[0]
  return new Date(now.getTime() + wait * 1000)
}
