import { Cron } from 'croner'

/** Reads 'TZ=America/New_York 0 9 * * 1-5'; without a zone it is UTC. Throws on a bad pattern or zone. */
function parseCron(expression: string): Cron {
  const [, zone, pattern] = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.*)$/.exec(expression) ?? []
  return new Cron(pattern ?? '', { timezone: zone ?? 'UTC', paused: true })
}

/** Throws when the expression can never be run. */
export function checkCron(expression: string): void {
  if (!parseCron(expression).nextRun()) throw new Error(`The cron "${expression}" never comes.`)
}

/** The first tick strictly after `moment`. */
export function nextTick(expression: string, moment: Date): Date | undefined {
  return parseCron(expression).nextRun(moment) ?? undefined
}

/** The last tick up to and including `moment`: what a process that was down has to make up for, once. */
export function latestTick(expression: string, moment: Date): Date | undefined {
  // croner looks strictly before its reference, in whole seconds.
  const after = new Date(Math.floor(moment.getTime() / 1e3) * 1e3 + 1e3)
  return parseCron(expression).previousRuns(1, after)[0]
}
