import { HOME_ZONE, momentOf } from './times.words.ts'

export const DAY_MS = 86_400_000

const monthOfMoment = new Intl.DateTimeFormat('en-CA', { timeZone: HOME_ZONE, year: 'numeric', month: '2-digit' })

/** "2026-11": the month in which a moment lies on the firm's calendar. */
export const monthOf = (moment: Date): string => monthOfMoment.format(moment)

/** The month before or after one: "2026-12" and 1 give "2027-01". */
export function monthBeside(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7)
}

/** From its first moment on the firm's clock to the first of the next month. */
export function spanOfMonth(month: string): { from: Date; to: Date } {
  const startOf = (each: string) => momentOf(`${each}-01T00:00`) ?? new Date(Number.NaN)
  return { from: startOf(month), to: startOf(monthBeside(month, 1)) }
}
