import { formatCount } from '../../../_ui/format.ts'
import type { Tone } from '../../../_ui/tone.ts'
import type { JobYear } from '../_queries.ts'

const DAY_MS = 86_400_000
const names = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' })
const months = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' })

export type JobDay = JobYear['days'][number]

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** Each day from the first to the last, as "2026-11-21". */
export function daysBetween(from: string, to: string): string[] {
  const count = Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / DAY_MS) + 1
  return Array.from({ length: count }, (_, index) =>
    new Date(dateOf(from).getTime() + index * DAY_MS).toISOString().slice(0, 10),
  )
}

/** The weeks in which a month begins, with its name: what stands over the columns. */
export const monthStarts = (days: readonly string[]): { week: number; name: string }[] =>
  days.flatMap((day, index) =>
    day.endsWith('-01') ? [{ week: Math.floor(index / 7), name: months.format(dateOf(day)) }] : [],
  )

/** "Sat, Nov 21". */
export const dayName = (day: string) => names.format(dateOf(day))

/** The worst that happened on a day; nothing on a day without a run. */
export function toneOfDay(day: JobDay | undefined): Tone | null {
  if (!day || day.runs === 0) return null
  if (day.bad > 0) return 'bad'
  if (day.warned > 0) return 'warning'
  return day.skipped === day.runs ? 'neutral' : 'good'
}

const runs = (count: number) => `${formatCount(count)} ${count === 1 ? 'run' : 'runs'}`

/** "Sat, Nov 21: 96 runs, 2 bad". */
export function dayInWords(day: string, counted: JobDay | undefined): string {
  if (!counted || counted.runs === 0) return `${dayName(day)}: no run`
  const { bad, warned, skipped } = counted
  const parts = [
    bad > 0 && `${formatCount(bad)} bad`,
    warned > 0 && `${formatCount(warned)} to look at`,
    skipped > 0 && `${formatCount(skipped)} skipped, as it was paused`,
  ].filter((part) => part !== false)
  const rest = parts.length > 0 ? parts.join(', ') : counted.runs === 1 ? 'done' : 'all done'
  return `${dayName(day)}: ${runs(counted.runs)}, ${rest}`
}

/** "Bad on 2 of 31 days, last on Tue, Nov 3". */
export function yearInWords(days: readonly JobDay[]): string {
  const worked = days.filter((day) => day.runs > day.skipped)
  const bad = worked.filter((day) => day.bad > 0)
  const last = bad.at(-1)
  if (worked.length === 0) return 'Not run yet'
  if (last) return `Bad on ${bad.length} of ${worked.length} days, last on ${dayName(last.day)}`
  const warned = worked.filter((day) => day.warned > 0).length
  if (warned > 0) return `Never bad; something to look at on ${warned} of ${worked.length} days`
  return worked.length === 1 ? 'Good on its only day' : `Good on all ${worked.length} days`
}

/** "Sat, Nov 21: 87 mails". */
export const mailedInWords = (day: string, mailed: number) =>
  `${dayName(day)}: ${mailed === 0 ? 'nobody was mailed' : `${formatCount(mailed)} ${mailed === 1 ? 'person' : 'people'} mailed`}`
