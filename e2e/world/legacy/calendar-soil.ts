import { reshape, type Soiler } from './soil.ts'

type Shape = (value: unknown) => unknown

/** "2026-11-24" as forms of other years left it: US text, midnight of UTC as a date and as a number. */
const DAY_SHAPES: Shape[] = [
  (day) => {
    const [year, month, date] = String(day).split('-').map(Number)
    return `${month}/${date}/${year}`
  },
  (day) => new Date(`${day}T00:00:00Z`),
  (day) => Date.parse(`${day}T00:00:00Z`),
]
export const otherDays = reshape(['dueDate'], DAY_SHAPES)

const clockOf = (time: unknown) => String(time).split(':').map(Number)
const CLOCK_SHAPES: Shape[] = [
  (time) => {
    const [hour = 0, minute = 0] = clockOf(time)
    return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`
  },
  (time) => String(time).replace(':', ''),
  (time) => {
    const [hour = 0, minute = 0] = clockOf(time)
    return `${hour % 12 || 12}${minute ? `.${minute}` : ''}${hour < 12 ? 'a' : 'p'}`
  },
]
export const otherClocks = reshape(['dueTime'], CLOCK_SHAPES)

const WORD_SHAPES: Shape[] = [
  (word) => String(word).toUpperCase(),
  (word) => ` ${word} `,
  (word) => String(word).replace(/[ -]/, '_'),
  (word) => String(word).replace(/^./, (first) => first.toUpperCase()),
]
export const otherWords = (field: string) => reshape([field], WORD_SHAPES)

const LEVELS: Record<string, number> = { high: 1, normal: 2, low: 3 }
export const otherPriority = reshape(
  ['priority'],
  [(word) => LEVELS[String(word)], (word) => String(word).charAt(0), (word) => String(word).toUpperCase()],
)

export const htmlBody = reshape(
  ['body'],
  [
    (text) => `<p>${text}</p>`,
    (text) => `<div><font color="red">${String(text).replaceAll('. ', '.<br>')}</font></div>`,
    (text) => `${String(text).replaceAll("'", '&#39;')}&nbsp;<!-- pasted -->`,
  ],
)

/** Twelve hours wrong: somebody mixed up AM and PM. */
export const endBeforeStart: Soiler = (doc) => {
  if (doc.start instanceof Date) doc.end = new Date(doc.start.getTime() - 12 * 3_600_000)
}

export const minutesForEnd: Soiler = (doc) => {
  if (!(doc.start instanceof Date && doc.end instanceof Date)) return
  doc.minutes = Math.round((doc.end.getTime() - doc.start.getTime()) / 60_000)
  delete doc.end
}
