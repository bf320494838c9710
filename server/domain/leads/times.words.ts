/** A visit takes place where the home is, whatever the reader's clock says. */
export const HOME_ZONE = 'America/New_York'

const moment = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: HOME_ZONE, weekday: 'long', month: 'short', day: 'numeric' },
  ...{ hour: 'numeric', minute: '2-digit', hour12: true },
})

/** "Saturday, Nov 28 at 2 PM", each, the earliest first. */
export const timesInWords = (times: readonly Date[]): string[] =>
  times
    .toSorted((a, b) => a.getTime() - b.getTime())
    .map((time) =>
      moment
        .format(time)
        .replace(':00', '')
        .replace(/, (?=\d+(:\d+)?\s)/, ' at ')
        .replace(/\s/g, ' '),
    )

const parts = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: HOME_ZONE, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
  ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
})

/** How far the coast's clock is from the world's at a moment, in milliseconds. */
function offsetAt(moment: number): number {
  const of = new Map(parts.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const read = (type: Intl.DateTimeFormatPartTypes) => of.get(type) ?? 0
  const [year, month, day] = [read('year'), read('month') - 1, read('day')]
  const wall = Date.UTC(year, month, day, read('hour'), read('minute'), read('second'))
  return wall - Math.floor(moment / 1_000) * 1_000
}

/** "2026-11-28T14:00", as a form has it, on the clock of the home. Null for what is no time. */
export function momentOf(local: string): Date | null {
  const wall = Date.parse(`${local}Z`)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) || Number.isNaN(wall)) return null
  // Twice: the first guess may lie on the other side of a change of the clock.
  const guess = wall - offsetAt(wall)
  return new Date(wall - offsetAt(guess))
}

/** The other way round: what a form shows. */
export const localOf = (moment: Date) =>
  new Date(moment.getTime() + offsetAt(moment.getTime())).toISOString().slice(0, 16)
