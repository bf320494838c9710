import { dateOf, momentOf, wallTime, ZONE } from './date.values.ts'
import { isRecord, textOf } from './text.values.ts'

/** When a task is due: a day as the calendar shows it, and perhaps a moment of that day in a zone. */
export type Due = { dueOn: string | null; dueAt: Date | null; dueZone: string | null }

export const NOT_DUE: Due = { dueOn: null, dueAt: null, dueZone: null }

const DAY_MS = 86_400_000
const isMidnight = (time: number) => time % DAY_MS === 0
const dayOf = (wall: number) => new Date(wall).toISOString().slice(0, 10)

const CLOCK = /^(\d{1,2})[:.]?(\d{2})?\s*([ap])?\.?(?:m\.?)?$/i

/** "14:30", "2:30 PM" or "230p" as minutes after midnight; null for anything else. */
export function minutesOf(value: unknown): number | null {
  const [, hour, minute = '0', half] = CLOCK.exec(textOf(value) ?? '') ?? []
  if (hour === undefined) return null
  const isAfternoon = half?.toLowerCase() === 'p'
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0)
  const isClock = hours < 24 && Number(minute) < 60 && (half === undefined || Number(hour) <= 12)
  return isClock ? hours * 60 + Number(minute) : null
}

/** A text without a clock is a day, and so is midnight: of UTC, where the old forms left it, or of New York. */
function wallOf(value: unknown): { wall: number; hasClock: boolean } | null {
  const at = dateOf(value)?.getTime()
  if (at === undefined) return null
  const saysZone = isRecord(value) || typeof value === 'number' || /[TZ]/i.test(textOf(value) ?? '')
  if (saysZone && isMidnight(at)) return { wall: at, hasClock: false }
  const isPlainDay = /^\d{4}-\d{2}-\d{2}$/.test(textOf(value) ?? '')
  const wall = isPlainDay ? at : wallTime(at)
  return { wall, hasClock: !isMidnight(wall) }
}

/** Reads the day and the clock of a task in New York's time. Null when there is something that can't be read as a day. */
export function dueOf(day: unknown, time: unknown): Due | null {
  if (day === undefined || day === null || day === '') return NOT_DUE
  const read = wallOf(day)
  if (!read) return null
  const minutes = minutesOf(time)
  const midnight = Math.floor(read.wall / DAY_MS) * DAY_MS
  const wall = minutes === null ? read.wall : midnight + minutes * 60_000
  const dueOn = dayOf(wall)
  if (minutes === null && !read.hasClock) return { dueOn, dueAt: null, dueZone: null }
  return { dueOn, dueAt: new Date(momentOf(wall)), dueZone: ZONE }
}
