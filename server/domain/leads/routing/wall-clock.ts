import { WEEKDAYS, type Weekday } from './routing.words.ts'

/** What the clock and the calendar on a wall show. */
export type WallClock = { day: Weekday; minute: number; date: string }

const DAY_OF: Record<string, Weekday> = Object.fromEntries(
  WEEKDAYS.map((day) => [`${day.charAt(0).toUpperCase()}${day.slice(1)}`, day]),
)
const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes a hundred times as long as using it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', weekday: 'short' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  })
  formats.set(zone, made)
  return made
}

/** The weekday, the minute of the day (0 to 1439) and the date of a moment in an IANA zone, as its clocks show them that day. */
export function wallClockOf(at: Date, zone: string): WallClock {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  const day = DAY_OF[read('weekday')]
  if (!day) throw new Error(`No weekday in ${zone}.`)
  return {
    day,
    minute: Number(read('hour')) * 60 + Number(read('minute')),
    date: `${read('year')}-${read('month')}-${read('day')}`,
  }
}

/**
 * The moment at which the clocks of a zone show a date and a minute: the first, of an hour that is there twice; an hour
 * earlier, where that hour is skipped.
 */
export function momentOn(date: string, minute: number, zone: string): Date {
  const asUtc = (day: string, of: number) => Date.parse(`${day}T00:00:00Z`) + of * 60_000
  const wanted = asUtc(date, minute)
  let at = wanted
  for (let round = 0; round < 2; round += 1) {
    const shown = wallClockOf(new Date(at), zone)
    at += wanted - asUtc(shown.date, shown.minute)
  }
  return new Date(at)
}

/** "09:30" -> 570, "24:00" -> 1440. */
export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
