import type { WaitReason } from './writes.words.ts'

/** Seconds to wait after the n-th attempt in vain. */
const WAITS = [2, 5, 10, 30, 60, 120, 300] as const
/** For what time alone does not mend: a refusal, a record put aside, somebody unknown. */
const LONG_WAITS = [15, 60, 300, 900, 1_800] as const
const LONG: readonly WaitReason[] = ['refused', 'aside', 'no-twin', 'missing']

/** When to try again. Never given up: what is not across stays in the gap log, and alarms when it is old. */
export function nextAttempt(reason: WaitReason | null, attempts: number, now: Date): Date {
  const waits: readonly number[] = reason && LONG.includes(reason) ? LONG_WAITS : WAITS
  const seconds = waits[Math.min(Math.max(attempts, 1), waits.length) - 1] ?? waits[0] ?? 1
  return new Date(now.getTime() + seconds * 1000)
}
