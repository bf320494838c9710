import type { JobResult } from './jobs.result.ts'

const count = new Intl.NumberFormat('en-US')
const some = (number: number, one: string, many: string) => `${count.format(number)} ${number === 1 ? one : many}`

/** 30 -> "30 days", 400 -> "13 months": as people say it. */
export const periodInWords = (days: number) =>
  days < 365 ? some(days, 'day', 'days') : some(Math.round(days / 30.4), 'month', 'months')

export type HouseKept = {
  swept: readonly { name: string; rows: number; isDone: boolean }[]
  months: readonly { name: string; opened: number; dropped: readonly string[]; strays: number; moved: number }[]
}

/** "Removed 12,431 rows: 11,020 runs of jobs, 1,411 facts that were told. Dropped mail_body_2025_09." */
export function houseInWords({ swept, months }: HouseKept): Pick<JobResult, 'words' | 'outcome'> {
  const gone = swept.filter(({ rows }) => rows > 0)
  const rows = gone.reduce((sum, each) => sum + each.rows, 0)
  const opened = months.reduce((sum, each) => sum + each.opened, 0)
  const dropped = months.flatMap((each) => each.dropped)
  const moved = months.reduce((sum, each) => sum + each.moved, 0)
  const strays = months.filter((each) => each.strays > 0)
  const left = swept.filter(({ isDone }) => !isDone)
  const sentences = [
    rows > 0 &&
      `Removed ${some(rows, 'row', 'rows')}: ${gone.map((each) => `${count.format(each.rows)} ${each.name}`).join('; ')}.`,
    dropped.length > 0 && `Dropped ${dropped.join(', ')}.`,
    opened > 0 && `Opened ${some(opened, 'month', 'months')} ahead.`,
    moved > 0 && `${some(moved, 'row', 'rows')} had come before their month was open, and moved in.`,
    left.length > 0 && `More to remove next time: ${left.map(({ name }) => name).join(', ')}.`,
    ...strays.map((each) => `${some(each.strays, 'row', 'rows')} of ${each.name} stand in no month.`),
  ].filter((sentence) => sentence !== false)
  const outcome = strays.length > 0 ? 'bad' : moved > 0 || left.length > 0 ? 'warning' : 'good'
  return { words: sentences.join(' ') || 'Nothing was old enough to go.', outcome }
}
