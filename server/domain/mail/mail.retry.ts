/** Seconds to wait after the n-th attempt: soon at first, then a quarter of an hour, for about a day in all. */
const WAITS = [30, 60, 120, 300, 600, 900] as const
const MAX_ATTEMPTS = 96
/** A repeat after an unknown outcome may be a second copy, so there are few of them. */
const MAX_UNKNOWN_ATTEMPTS = 4
const UNKNOWN_WAIT_SECONDS = 60
/** A provider's record may be behind by minutes; what is not in it after half an hour was never taken. */
const SETTLED_AFTER_MS = 30 * 60_000

const inSeconds = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000)

type After = {
  attempts: number
  outcome: 'later' | 'unknown'
  /** The time that the provider named. */
  waitSeconds?: number
  /** The provider keeps a record that is asked before the next try. */
  canBeFound?: boolean
}

/** When to try again, or null when the mail becomes a dead letter. */
export function nextTry({ attempts, outcome, waitSeconds, canBeFound = false }: After, now: Date): Date | null {
  const most = outcome === 'unknown' && !canBeFound ? MAX_UNKNOWN_ATTEMPTS : MAX_ATTEMPTS
  if (attempts >= most) return null
  if (outcome === 'unknown') return inSeconds(now, UNKNOWN_WAIT_SECONDS)
  return inSeconds(now, waitSeconds ?? WAITS[Math.min(attempts, WAITS.length) - 1] ?? WAITS[0])
}

/** Whether a record that does not know the message proves that it was not taken. */
export const isSettled = (inDoubtSince: Date | null, now: Date) =>
  inDoubtSince === null || now.getTime() - inDoubtSince.getTime() >= SETTLED_AFTER_MS

/** When to ask the record again: each minute at first, then every five. */
export const nextLook = (inDoubtSince: Date, now: Date): Date =>
  inSeconds(now, now.getTime() - inDoubtSince.getTime() < 5 * 60_000 ? 60 : 300)
