import { Cron } from 'croner'
import type { SearchCadence } from '#server/generated/prisma/enums.ts'

/** When no alert arrives, in minutes after midnight where the person lives; it may reach over midnight. */
export type Quiet = { from: number; to: number }
export type Rhythm = { cadence: SearchCadence; timeZone: string; quiet: Quiet | null }

/** Digests come before the day begins, the weekly one before the weekend's visits. Cron, in the person's zone. */
const DIGESTS = {
  Daily: '0 8 * * *',
  Weekly: '0 8 * * 5',
  Monthly: '0 8 1 * *',
} as const satisfies Record<Exclude<SearchCadence, 'Instant'>, string>

const next = (cron: string, timeZone: string, after: Date): Date => {
  const at = new Cron(cron, { timezone: timeZone, paused: true }).nextRun(after)
  if (!at) throw new Error(`"${cron}" never comes in ${timeZone}.`)
  return at
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Minutes after midnight on the clocks of a zone. */
function minutesIn(timeZone: string, at: Date): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' })
  clocks.set(timeZone, clock)
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return (parts.get('hour') ?? 0) * 60 + (parts.get('minute') ?? 0)
}

export function isQuiet({ from, to }: Quiet, timeZone: string, at: Date): boolean {
  const minutes = minutesIn(timeZone, at)
  return from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to
}

const afterQuiet = ({ to }: Quiet, timeZone: string, at: Date) =>
  next(`${to % 60} ${Math.floor(to / 60)} * * *`, timeZone, at)

/**
 * When what was found at `foundAt` is told: null for at once, else the next digest, and never in the person's quiet
 * hours. Days on which the clocks change have their digest, too, once.
 */
export function dueAt({ cadence, timeZone, quiet }: Rhythm, foundAt: Date): Date | null {
  const digest = cadence === 'Instant' ? null : next(DIGESTS[cadence], timeZone, foundAt)
  const at = digest ?? foundAt
  if (quiet && isQuiet(quiet, timeZone, at)) return afterQuiet(quiet, timeZone, at)
  return digest
}
