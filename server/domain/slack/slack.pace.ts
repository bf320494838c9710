/** Slack takes one message a second a channel; what is more comes back as 429. */
const SPACING_MS = 1_000

/** Seconds after the n-th attempt: soon at first, then each minute, for the better part of a day. */
const WAITS = [2, 5, 10, 20, 40, 60] as const
const MAX_ATTEMPTS = 1_000
/** Our token or its scopes: somebody has to mend it first. */
const ACCOUNT_WAIT_SECONDS = 60

const after = (now: Date, ms: number) => new Date(now.getTime() + ms)

/** When the next message may leave the lane from which one has just left. */
export const opensAfter = (sentAt: Date): Date => after(sentAt, SPACING_MS)

type After = { attempts: number; kind: 'later' | 'unknown' | 'account'; waitSeconds?: number | undefined }

/** When to try again, or null when the message becomes a dead letter. Whatever stands behind it waits, too. */
export function nextTry({ attempts, kind, waitSeconds }: After, now: Date): Date | null {
  if (attempts >= MAX_ATTEMPTS) return null
  const own = kind === 'account' ? ACCOUNT_WAIT_SECONDS : WAITS[Math.min(attempts, WAITS.length) - 1]
  return after(now, 1_000 * Math.max(1, waitSeconds ?? own ?? WAITS[0]))
}
