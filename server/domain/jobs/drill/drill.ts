import { createHmac } from 'node:crypto'
import type { AlarmChannelName } from '../alarms.channels.ts'

/** The job that fails on purpose. */
export const DRILL_JOB = 'canary-failure'
/** An alarm that a channel has not taken by then did not arrive. */
export const DRILL_PATIENCE_MS = 5 * 60_000
/** A drill whose hour has come is held within this time, or something keeps jobs from failing. */
export const DRILL_HOUR_MS = 60 * 60_000
/** No drill falls into the day's last hour: a worker that was down at its time still has until midnight. */
const LAST_MINUTE = 23 * 60

/** The failure itself: known by its name wherever it is met. */
export class FireDrill extends Error {
  override readonly name = 'FireDrill'
  constructor() {
    super('This job fails once a day on purpose. Nothing is broken.')
  }
}

export const isFireDrill = (functionId: string, error: { name: string }) =>
  functionId === DRILL_JOB && error.name === 'FireDrill'

// Swedish writes "2026-11-21 15:07".
const newYork = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/New_York',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** The calendar day in New York and the minute of it, on the clock on the wall: 0 to 1,439. */
export function wallClock(at: Date): { day: string; minute: number } {
  const [day = '', time = ''] = newYork.format(at).split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return { day, minute: hours * 60 + minutes }
}

/** The minute of a day's drill: the same whenever it is asked for, and foreseen by nobody without the seed. */
export const drillMinuteOf = (day: string, seed: string) =>
  createHmac('sha256', seed).update(`fire-drill:${day}`).digest().readUInt32BE(0) % LAST_MINUTE

/** Whether the hour of the day's drill has come. */
export function isDrillDue(at: Date, seed: string): boolean {
  const { day, minute } = wallClock(at)
  return minute >= drillMinuteOf(day, seed)
}

export type Arrival = { channel: AlarmChannelName; afterMs: number | null; reply: string | null }
export type DrillOutcome = 'arrived' | 'late' | 'missing'

/** What became of a drill, channel by channel; null while there is still time. */
export function judgeDrill(startedAt: Date, arrivals: readonly Arrival[], now: Date): DrillOutcome | null {
  const times = arrivals.flatMap(({ afterMs }) => (afterMs === null ? [] : [afterMs]))
  if (times.length > 0 && times.length === arrivals.length) {
    return Math.max(...times) <= DRILL_PATIENCE_MS ? 'arrived' : 'late'
  }
  return now.getTime() - startedAt.getTime() > DRILL_PATIENCE_MS ? 'missing' : null
}
