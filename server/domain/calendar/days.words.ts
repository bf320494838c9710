/** A day as the calendar on the wall shows it, "2026-11-24", and moments of it in a zone. */
const DAY_MS = 86_400_000
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
  clocks.set(timeZone, clock)
  return clock
}

/** What the clocks of a zone show at a moment, as if it were UTC; in milliseconds. */
function wallTime(timeZone: string, at: number): number {
  const part = new Map(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const [year = 0, month = 1, day = 1] = [part.get('year'), part.get('month'), part.get('day')]
  return Date.UTC(year, month - 1, day, part.get('hour'), part.get('minute'), part.get('second'))
}

const midnightOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** The day on which a moment falls in a zone. */
export const dayIn = (timeZone: string, at: Date): string =>
  new Date(wallTime(timeZone, at.getTime())).toISOString().slice(0, 10)

/** Minutes after midnight on the clocks of a zone. */
export const minutesIn = (timeZone: string, at: Date): number =>
  Math.floor((wallTime(timeZone, at.getTime()) % DAY_MS) / 60_000)

/** "2026-11-24" and 3 -> "2026-11-27". */
export const daysAfter = (day: string, days: number): string =>
  new Date(midnightOf(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The moment at which the clocks of a zone show these minutes after midnight; asked twice, for the offset may change in between. */
export function momentIn(timeZone: string, day: string, minutes = 0): Date {
  const wall = midnightOf(day) + minutes * 60_000
  const guess = wall - (wallTime(timeZone, wall) - wall)
  return new Date(guess - (wallTime(timeZone, guess) - wall))
}
