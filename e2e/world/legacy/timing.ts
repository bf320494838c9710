import { ObjectId } from 'mongodb'
import type { Random } from '#world/random.ts'

export const DAY = 24 * 60 * 60_000

export const daysBefore = (now: Date, days: number) => new Date(now.getTime() - Math.round(days * DAY))

/** A moment between two others. `lean` above 1 brings it nearer to the end. */
export function between(random: Random, from: Date, to: Date, lean = 1): Date {
  const part = 1 - (1 - random.float()) ** lean
  return new Date(Math.round(from.getTime() + (to.getTime() - from.getTime()) * Math.min(part, 1)))
}

const newYork = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short' })
/** "2026-11-24", as the calendar on the wall of the office shows it. */
export const dayInNewYork = (at: Date) => newYork.format(at)

/** A date that may have been soiled: `latest` where it is none, or is later. */
export const momentIn = (value: unknown, latest: Date) => (value instanceof Date && value < latest ? value : latest)

/** An ObjectId as the old site would have made it at that moment. */
export const objectIdAt = (random: Random, at: Date) =>
  new ObjectId(
    Math.floor(at.getTime() / 1000)
      .toString(16)
      .padStart(8, '0') + random.hex(16),
  )
