import { dueAt, isQuiet, type Quiet } from '../rhythm/due-at.ts'
import type { Cadence } from '../rhythm/rhythm.words.ts'

export type AskedRhythm = {
  activeYN: boolean
  /** Why no mail reaches them whatever is found: "unsubscribed", "no-address", …; null when they are reached. */
  stopped: string | null
  pausedUntil: Date | null
  cadence: Cadence
  /** An agent looks first. */
  conciergeYN: boolean
  timeZone: string
  quiet: Quiet | null
  /** What was found and waits for its time; null when nothing does. */
  waiting: { homes: number; dueAt: Date } | null
  /** What was found and waits for an agent's word. */
  toApprove: { homes: number; expiresAt: Date } | null
}

type Runs = {
  now: Date
  /** When the alerts run next; null while they are paused. */
  nextRun: Date | null
  /** The first run at or after a moment. */
  runAt: (moment: Date) => Date | null
}

/** When a search writes next, if it finds or has found something, and what decides that. */
export type NextOfSearch =
  | { because: 'off' }
  | { because: 'stopped'; why: string }
  /** The alerts of the whole firm are paused. */
  | { because: 'job-paused' }
  | { because: 'paused'; until: Date }
  | { because: 'approval'; homes: number; expiresAt: Date | null }
  /** `at` is the run that tells; `homes` wait for it already. */
  | { because: 'cadence' | 'quiet' | 'at-once'; at: Date; homes: number }

/** What stands in the way of the next mail of a search, the first thing first. Pure. */
export function nextOfSearch(search: AskedRhythm, { now, nextRun, runAt }: Runs): NextOfSearch {
  const { activeYN, stopped, pausedUntil, cadence, conciergeYN, timeZone, quiet, waiting, toApprove } = search
  if (!activeYN) return { because: 'off' }
  if (stopped) return { because: 'stopped', why: stopped }
  if (!nextRun) return { because: 'job-paused' }
  if (pausedUntil && pausedUntil > now) return { because: 'paused', until: pausedUntil }
  if (conciergeYN && !waiting) {
    return { because: 'approval', homes: toApprove?.homes ?? 0, expiresAt: toApprove?.expiresAt ?? null }
  }
  const homes = waiting?.homes ?? 0
  const due = waiting?.dueAt ?? dueAt({ cadence, timeZone, quiet }, nextRun)
  const at = due && due > nextRun ? (runAt(due) ?? due) : nextRun
  if (cadence !== 'Instant') return { because: 'cadence', at, homes }
  const sleeps = quiet !== null && isQuiet(quiet, timeZone, nextRun)
  return { because: sleeps ? 'quiet' : 'at-once', at, homes }
}
