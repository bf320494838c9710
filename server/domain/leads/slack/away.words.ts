import { dayIn, daysAfter, minutesIn, momentIn } from '#server/domain/calendar/days.words.ts'

/** In the morning, when somebody who was away until "tomorrow" is back. */
const MORNING_MINUTES = 8 * 60
const MOST_HOURS = 14 * 24

const SPAN = /^(?:for )?(\d{1,3}) ?(m|min|minutes?|h|hours?|d|days?)$/
const CLOCK = /^(?:until |till )?(\d{1,2})(?::(\d\d))? ?(am|pm)?$/
const HOURS = { m: 1 / 60, h: 1, d: 24 } as const

/** The next time a clock shows this; "3" without more is in the afternoon. */
function nextClock(match: RegExpExecArray, timeZone: string, now: Date): Date | null {
  const [, hours = '', minutes = '0', half] = match
  const [given, past] = [Number(hours), Number(minutes)]
  if (given > 23 || past > 59 || (half && (given < 1 || given > 12))) return null
  const isAfternoon = half === 'pm' || (!half && given >= 1 && given <= 7)
  const hour = half || isAfternoon ? (given % 12) + (isAfternoon ? 12 : 0) : given
  const wanted = hour * 60 + past
  const today = dayIn(timeZone, now)
  return momentIn(timeZone, wanted > minutesIn(timeZone, now) ? today : daysAfter(today, 1), wanted)
}

/**
 * Until when somebody is away who writes "2h", "45 min", "until 3pm", "tomorrow" or nothing, which is until they are back
 * themselves (null). Undefined for what can't be read, and for more than two weeks: that is a vacation.
 */
export function readAway(text: string, timeZone: string, now: Date): Date | null | undefined {
  const said = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (said === '') return null
  if (said === 'tomorrow' || said === 'until tomorrow') {
    return momentIn(timeZone, daysAfter(dayIn(timeZone, now), 1), MORNING_MINUTES)
  }
  const span = SPAN.exec(said)
  if (span) {
    const unit = span[2]?.charAt(0)
    const hours = Number(span[1]) * (unit === 'm' || unit === 'h' || unit === 'd' ? HOURS[unit] : 0)
    return hours > 0 && hours <= MOST_HOURS ? new Date(now.getTime() + hours * 3_600_000) : undefined
  }
  const clock = CLOCK.exec(said)
  return clock ? (nextClock(clock, timeZone, now) ?? undefined) : undefined
}
