import type { Context } from '#server/context.ts'
import { schedules } from './schedules.ts'
import { readJobDays, readMailedDays, readToday } from './year.sql.ts'

const DAY_MS = 86_400_000
const WEEKS = 53

/** The Sunday that the first of 53 weeks begins with; `today` lies in the last of them. */
function firstSunday(today: string): string {
  const day = new Date(`${today}T00:00:00Z`)
  return new Date(day.getTime() - (day.getUTCDay() + (WEEKS - 1) * 7) * DAY_MS).toISOString().slice(0, 10)
}

/** The last 53 weeks of each job, day by day, and the people that alerts were mailed to. Days are New York's. */
export async function getYear({ db, now }: Context) {
  const today = await readToday(db, now())
  const from = firstSunday(today)
  const [rows, mailed] = await Promise.all([readJobDays(db, from), readMailedDays(db, from)])
  const rowsOf = Map.groupBy(rows, ({ functionId }) => functionId)
  const jobs = schedules.map(({ id, name }) => ({
    ...{ id, name },
    days: (rowsOf.get(id) ?? []).map(({ functionId: _known, ...day }) => day),
  }))
  return { from, today, jobs, mailed }
}
