import { isRecord } from './text.values.ts'

/** Where the old system's clerks wrote their dates without saying so. */
export const ZONE = 'America/New_York'
const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

/** Null outside of any year a brokerage has papers of: PostgreSQL knows fewer years than JavaScript. */
const dateAt = (time: number): Date | null => (time >= EARLIEST && time < LATEST ? new Date(time) : null)

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

/** What the wall clock in New York shows at a moment, as if it were UTC. */
export function wallTime(moment: number): number {
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second)
}

/** The moment at which New York's wall clock shows `wall`. Twice, because the offset may change in between. */
export function momentOf(wall: number): number {
  const guess = wall - (wallTime(wall) - wall)
  return guess - (wallTime(guess) - wall)
}

const US = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?)?$/i
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

function fromUsText([, month, day, year, hour = '0', minute = '0', second = '0', half]: RegExpExecArray): Date | null {
  const isAfternoon = half?.toLowerCase().startsWith('p') ?? false
  const hours = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour)
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second))
  const isRealDay = new Date(wall).getUTCMonth() === Number(month) - 1 && hours < 24 && Number(minute) < 60
  const inRange = isRealDay && dateAt(wall)
  return inRange ? dateAt(momentOf(wall)) : null
}

function fromText(text: string): Date | null {
  const us = US.exec(text)
  if (us) return fromUsText(us)
  const iso = ISO.exec(text)
  // Without a zone JavaScript would take that of the machine it happens to run on.
  if (iso) return dateAt(Date.parse(`${iso[1]}T${iso[2] ?? '00:00'}${iso[3] ?? 'Z'}`))
  return /^\d{9,13}$/.test(text) ? fromNumber(Number(text)) : null
}

/** Epoch seconds or milliseconds: no home was listed before 1973, when the two meet. */
const fromNumber = (number: number): Date | null => dateAt(number < 1e11 ? number * 1000 : number)

/** A BSON date, ISO text, US text in New York's time, epoch seconds or milliseconds. Null for anything else. */
export function dateOf(value: unknown): Date | null {
  if (typeof value === 'number') return value > 0 ? fromNumber(value) : null
  if (typeof value === 'string') return fromText(value.trim())
  if (!isRecord(value)) return null
  if (isRecord(value.$date)) return dateAt(Number(value.$date.$numberLong))
  if (typeof value.$date === 'string') return dateAt(Date.parse(value.$date))
  return typeof value.$numberLong === 'string' ? fromNumber(Number(value.$numberLong)) : null
}
