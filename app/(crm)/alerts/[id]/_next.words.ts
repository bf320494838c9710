import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '#server/trpc/root.ts'
import { STOPPED_WORDS } from '../_why.words.ts'

export type NextOf = inferRouterOutputs<AppRouter>['alerts']['nextOf']
type Timed = Extract<NextOf, { at: Date }>

const DAYS: Record<NextOf['cadence'], string> = {
  Instant: 'it writes at once',
  Daily: 'it writes each morning',
  Weekly: 'it writes on Fridays',
  Monthly: 'it writes on the first of the month',
}

const someHomes = (homes: number) => (homes === 1 ? 'One home waits' : `${homes} homes wait`)

/** Why a mail comes when it does; stands after its time. */
export function reasonInWords({ because, cadence, homes }: Timed): string {
  const why = because === 'quiet' ? 'they keep quiet hours until then' : DAYS[cadence]
  if (homes > 0) return `${why}. ${someHomes(homes)} for it.`
  return because === 'at-once' ? `if a home comes up that fits: ${why}.` : `if a home fits by then: ${why}.`
}

/** Why there is no time to name; null when there is one. */
export function holdUpInWords(next: NextOf): string | null {
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
