import { WEEKDAYS, type Weekday } from '#server/domain/leads/routing/routing.words.ts'
import type { Stretch } from './_availability.types.ts'

/** 540 -> "09:00"; midnight at the end of a day is 23:59 in a browser's field, and 1440 for us. */
export const clockOf = (minute: number): string =>
  minute >= 1_440
    ? '23:59'
    : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return clock === '23:59' ? 1_440 : hours * 60 + minutes
}

export const USUAL: Omit<Stretch, 'day'> = { fromMinute: 540, untilMinute: 1_080 }

/** What is wrong with the hours of a day, in words; null when nothing is. */
export function problemOf(stretches: readonly Stretch[]): string | null {
  const sorted = stretches.toSorted((a, b) => a.fromMinute - b.fromMinute)
  if (sorted.some(({ fromMinute, untilMinute }) => fromMinute >= untilMinute))
    return 'The end is not after the beginning.'
  if (sorted.some((each, index) => each.fromMinute < (sorted[index - 1]?.untilMinute ?? 0))) return 'Two times overlap.'
  return null
}

/** After the last stretch of a day, three hours at most; null when the day is full. */
export function nextStretch(day: Weekday, stretches: readonly Stretch[]): Stretch | null {
  if (stretches.length === 0) return { day, ...USUAL }
  const from = Math.max(...stretches.map(({ untilMinute }) => untilMinute)) + 60
  return stretches.length < 3 && from < 1_380
    ? { day, fromMinute: from, untilMinute: Math.min(1_440, from + 180) }
    : null
}

/** Nine to six on working days: where somebody begins who has no hours yet. */
export const usualWeek = (): Stretch[] => WEEKDAYS.slice(0, 5).map((day) => ({ day, ...USUAL }))
