const units: Record<string, number> = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 }

/** Milliseconds of '90s', '1h30m' or '1w'. Throws on anything else, also on ''. */
export function parseDuration(text: string): number {
  if (!/^(\d+(\.\d+)?(ms|[smhdw]))+$/.test(text)) throw new Error(`"${text}" is not a duration.`)
  let total = 0
  for (const [, amount, unit] of text.matchAll(/([\d.]+)(ms|[smhdw])/g)) {
    total += Number(amount) * (units[unit ?? ''] ?? 0)
  }
  return total
}

/** The moment that the SDK means: an ISO date stands for itself, a duration counts from `now`. */
export function parseMoment(text: string, now: Date): Date {
  if (!/^\d{4}-\d{2}-/.test(text)) return new Date(now.getTime() + parseDuration(text))
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime())) throw new Error(`"${text}" is not a date.`)
  return moment
}

/** Inngest's own waits between attempts, in seconds; up to 30 seconds of jitter come on top. */
const backoff = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200]

/** When to try again after `attempt` (counted from 0) has failed. `random` is in [0, 1). */
export function retryAt(now: Date, attempt: number, random: () => number): Date {
  const seconds = backoff[Math.min(attempt, backoff.length - 1)] ?? 7200
  return new Date(now.getTime() + (seconds + random() * 30) * 1e3)
}

/** Reads a `retry-after` header: seconds, or a date. Undefined when it says neither. */
export function parseRetryAfter(header: string | undefined, now: Date): Date | undefined {
  if (!header) return undefined
  const moment = /^\d{1,9}$/.test(header) ? new Date(now.getTime() + Number(header) * 1e3) : new Date(header)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}
