import type { AlertItem } from './_queries.ts'
import { STOPPED_WORDS } from './_why.words.ts'

export type Next = AlertItem['next']
type Timed = Extract<Next, { at: Date }>
type Cadence = AlertItem['cadence']

const DAYS: Record<Cadence, string> = {
  Instant: 'it writes at once',
  Daily: 'it writes each morning',
  Weekly: 'it writes on Fridays',
  Monthly: 'it writes on the first of the month',
}

const someHomes = (homes: number) => (homes === 1 ? 'One home waits' : `${homes} homes wait`)

/** Why a mail comes when it does; stands after its time. */
export function reasonInWords({ because, homes }: Timed, cadence: Cadence): string {
  const why = because === 'quiet' ? 'they keep quiet hours until then' : DAYS[cadence]
  if (homes > 0) return `${why}. ${someHomes(homes)} for it.`
  return because === 'at-once' ? `if a home comes up that fits: ${why}.` : `if a home fits by then: ${why}.`
}

/** Why there is no time to name; null when there is one. */
export function holdUpInWords(next: Next): string | null {
  switch (next.because) {
    case 'off':
      return 'No next mail: the alert is off.'
    case 'stopped':
      return STOPPED_WORDS[next.why] ?? 'No next mail: their address is blocked.'
    case 'job-paused':
      return 'The alerts are paused, so nobody knows when the next run comes.'
    case 'approval':
      return next.homes === 0
        ? 'The next mail goes out when you approve what it finds; nothing waits for you yet.'
        : `${someHomes(next.homes)} for your word, and go out with the next run after it.`
    default:
      return null
  }
}

/** How often an alert writes, as a filter and a column say it. */
export const CADENCE_LABELS: Record<Cadence, string> = {
  Instant: 'At once',
  Daily: 'Daily',
  Weekly: 'Weekly',
  Monthly: 'Monthly',
}

const moment = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'America/New_York',
})

/** The whole of it in one sentence: when it writes next, and why then. */
export function nextInWords({ next, cadence }: Pick<AlertItem, 'next' | 'cadence'>): string {
  if ('at' in next) return `Next mail ${moment.format(next.at)} (Charleston), ${reasonInWords(next, cadence)}`
  if (next.because === 'paused') return `Paused by its person until ${moment.format(next.until)} (Charleston).`
  return holdUpInWords(next) ?? ''
}
