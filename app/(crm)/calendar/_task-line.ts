import type { TaskKindName, TaskPriorityName } from '#server/domain/calendar/calendar.words.ts'
import { daysAfter } from '#server/domain/calendar/days.words.ts'
import { nextMonday } from './_days.words.ts'

/** What one line says: "Call about the dock friday 2pm !". */
export type TaskLine = {
  title: string
  kind: TaskKindName
  priority: TaskPriorityName
  due: { on: string; minutes: number | null } | null
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const KINDS: [RegExp, TaskKindName][] = [
  [/^(call|phone|ring)\b/i, 'call'],
  [/^(text|sms)\b/i, 'text'],
  [/^(e-?mail|mail|send|write)\b/i, 'email'],
  [/^(show|showing|tour)\b/i, 'showing'],
  [/^(follow[ -]?up|check in|ask)\b/i, 'followUp'],
  [/^closing\b/i, 'closing'],
]

const isDay = (day: string) => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

/** The next such day of a month: 3/1, said in November, is one of next year. */
function dateOf(month: number, date: number, today: string): string | null {
  const two = (part: number) => String(part).padStart(2, '0')
  const inYear = (year: number) => `${year}-${two(month)}-${two(date)}`
  const year = Number(today.slice(0, 4))
  return [inYear(year), inYear(year + 1)].find((day) => isDay(day) && day >= today) ?? null
}

function weekdayAfter(word: string, today: string): string | null {
  const at = word.length >= 3 ? WEEKDAYS.findIndex((name) => name.startsWith(word)) : -1
  if (at === -1) return null
  const now = new Date(`${today}T00:00:00Z`).getUTCDay()
  return daysAfter(today, (at - now + 7) % 7 || 7)
}

/** Readings of the end of a line; each says which day its words mean, or null when they are no day. */
const DAYS: [RegExp, (found: string[], today: string) => string | null][] = [
  [/(?:^|\s)(today|tonight)$/i, (_found, today) => today],
  [/(?:^|\s)(tomorrow|tmr|tmrw)$/i, (_found, today) => daysAfter(today, 1)],
  [/(?:^|\s)next week$/i, (_found, today) => nextMonday(today)],
  [
    /(?:^|\s)in (\d{1,3}) (day|week)s?$/i,
    ([count, unit], today) => daysAfter(today, Number(count) * (unit === 'week' ? 7 : 1)),
  ],
  [
    /(?:^|\s)(?:on |next )?(mon|tue|wed|thu|fri|sat|sun)([a-z]*)$/i,
    ([start, rest], today) => weekdayAfter(`${start}${rest}`.toLowerCase(), today),
  ],
  [/(?:^|\s)(?:on )?(\d{1,2})\/(\d{1,2})$/, ([month, date], today) => dateOf(Number(month), Number(date), today)],
  [
    /(?:^|\s)(?:on )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{1,2})$/i,
    ([month = '', date], today) => dateOf(MONTHS.indexOf(month.toLowerCase()) + 1, Number(date), today),
  ],
  [/(?:^|\s)(20\d\d-\d\d-\d\d)$/, ([day = '']) => (isDay(day) ? day : null)],
]

const CLOCK = /(?:^|\s)(?:at |by )?(\d{1,2})(?::(\d{2}))? ?([ap])m?$/i
const CLOCK_24 = /(?:^|\s)(?:at |by )?([01]?\d|2[0-3]):([0-5]\d)$/

function takeClock(text: string): { rest: string; minutes: number } | null {
  const [whole, hour, minute = '0', half] = CLOCK.exec(text) ?? CLOCK_24.exec(text) ?? []
  if (whole === undefined || hour === undefined) return null
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return null
  return Number(minute) < 60 ? { rest: text.slice(0, -whole.length), minutes: hours * 60 + Number(minute) } : null
}

function takeDay(text: string, today: string): { rest: string; on: string } | null {
  for (const [pattern, read] of DAYS) {
    const [whole, ...found] = pattern.exec(text) ?? []
    const on = whole === undefined ? null : read(found, today)
    if (whole !== undefined && on) return { rest: text.slice(0, -whole.length), on }
  }
  return null
}

/** Reads a line from its end: a mark for what matters, a clock, a day, in either order. What is left is the title. */
export function readTaskLine(line: string, today: string): TaskLine {
  let text = line.trim()
  const isHigh = /\s!+$/.test(text)
  text = text.replace(/\s!+$/, '').trim()
  const first = takeClock(text)
  const day = takeDay((first?.rest ?? text).trim(), today)
  const clock = first ?? (day ? takeClock(day.rest.trim()) : null)
  const rest = day ? (first ? day.rest : (clock?.rest ?? day.rest)) : (first?.rest ?? text)
  const title = rest.trim().replace(/\s+(on|at|by)$/i, '')
  // "Friday" alone is what to do, not when.
  const isAllWhen = title === ''
  const said = isAllWhen ? line.trim() : title
  const on = day?.on ?? (clock ? today : null)
  return {
    title: said,
    kind: KINDS.find(([pattern]) => pattern.test(said))?.[1] ?? 'other',
    priority: isHigh ? 'high' : 'normal',
    due: isAllWhen || !on ? null : { on, minutes: clock?.minutes ?? null },
  }
}
