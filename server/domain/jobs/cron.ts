import { Cron } from 'croner'
import type { Schedule } from './schedules.ts'

const cronOf = ({ cron }: Pick<Schedule, 'cron'>) => {
  const [zone = '', ...pattern] = cron.split(' ')
  return new Cron(pattern.join(' '), { timezone: zone.replace('TZ=', ''), paused: true })
}

/** The tick that a run started at `at` answers: the last one, where clocks may differ by a second. */
export const previousTick = (schedule: Pick<Schedule, 'cron'>, at: Date): Date | null =>
  // croner leaves out the very moment it is asked about, and rounds down to the second.
  cronOf(schedule).previousRuns(1, new Date(at.getTime() + 1_000))[0] ?? null

/** The first tick after `at`. */
export const nextTick = (schedule: Pick<Schedule, 'cron'>, at: Date): Date | null => cronOf(schedule).nextRun(at)
