import { daysAfter } from '#server/domain/calendar/days.words.ts'

const utc = (day: string) => new Date(`${day}T12:00:00Z`)
const inWords = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options })
  return (day: string) => format.format(utc(day))
}
const weekdayOf = inWords({ weekday: 'long' })
const nearDay = inWords({ weekday: 'short', month: 'short', day: 'numeric' })
const farDay = inWords({ month: 'short', day: 'numeric', year: 'numeric' })
/** "Mon", "16", "Nov". */
export const shortWeekday = inWords({ weekday: 'short' })
export const dayNumber = inWords({ day: 'numeric' })
/** "Monday, November 16". */
export const longDay = inWords({ weekday: 'long', month: 'long', day: 'numeric' })
const monthAndDay = inWords({ month: 'short', day: 'numeric' })

/** "Nov 16 to 22", "Nov 30 to Dec 6". */
export const spanOf = (first: string, last: string) =>
  `${monthAndDay(first)} to ${first.slice(0, 7) === last.slice(0, 7) ? dayNumber(last) : monthAndDay(last)}`

/** How a day is called by somebody who says it today. */
export function dayName(day: string, today: string): string {
  if (day === today) return 'Today'
  if (day === daysAfter(today, 1)) return 'Tomorrow'
  if (day === daysAfter(today, -1)) return 'Yesterday'
  if (day > today && day < daysAfter(today, 7)) return weekdayOf(day)
  return day.slice(0, 4) === today.slice(0, 4) || (day > today && day < daysAfter(today, 60))
    ? nearDay(day)
    : farDay(day)
}

/** "2:30 PM" by the clocks of a zone. */
export const timeIn = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' }).format(at)

/** The Monday after a day. */
export function nextMonday(today: string): string {
  const weekday = utc(today).getUTCDay()
  return daysAfter(today, (8 - weekday) % 7 || 7)
}
