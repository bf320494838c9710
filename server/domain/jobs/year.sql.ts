import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['alert_run'] as const

/** The firm's days: those of the schedules, and of the trigger that counts the runs. */
const ZONE = 'America/New_York'

/** One day of one job, as "2026-11-21". Days without a run have no row. */
export type JobDayRow = { functionId: string; day: string; runs: number; bad: number; warned: number; skipped: number }
/** Alert mails that have left of the runs of a day. Days without a run have no row. */
export type MailedDay = { day: string; mailed: number }

export const readToday = async (db: Db, now: Date): Promise<string> => {
  const [row] = await db.$queryRaw<{ today: string }[]>`
    SELECT to_char(${now}::timestamptz AT TIME ZONE ${ZONE}, 'YYYY-MM-DD') AS today`
  if (!row) throw new Error('The database knows no time.')
  return row.today
}

/** Oldest first. */
export const readJobDays = (db: Db, from: string) => db.$queryRaw<JobDayRow[]>`
  SELECT function_id AS "functionId", to_char(day, 'YYYY-MM-DD') AS day, runs, bad, warned, skipped
    FROM job_day WHERE day >= ${from}::date ORDER BY day`

/** By the books of the runs, which close when each planned mail has left, failed or been suppressed. Oldest first. */
export const readMailedDays = (db: Db, from: string) => db.$queryRaw<MailedDay[]>`
  SELECT to_char(started_at AT TIME ZONE ${ZONE}, 'YYYY-MM-DD') AS day, sum(sent)::int AS mailed
    FROM alert_run WHERE started_at >= ${from}::date::timestamp AT TIME ZONE ${ZONE} GROUP BY 1 ORDER BY 1`
