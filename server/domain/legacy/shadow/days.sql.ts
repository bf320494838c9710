import type { Db } from '#server/db.ts'
import type { Day } from './pairs.ts'

/** Tables this reads across subjects. @public */
export const READS = ['alert_run', 'job_schedule'] as const

/** The days of the house: when they begin differs from zone to zone, and twice a year they are not 24 hours long. */
const ZONE = 'America/New_York'

/** The house's day, "2026-11-21", from its midnight to the next. */
export async function boundsOf(db: Db, day: string): Promise<Day> {
  const [row] = await db.$queryRaw<Day[]>`
    SELECT ${day}::date::timestamp AT TIME ZONE ${ZONE} AS from, (${day}::date + 1)::timestamp AT TIME ZONE ${ZONE} AS to`
  if (!row) throw new Error('The database knows no time.')
  return row
}

/** The last `count` days with today's, oldest first. */
export async function daysUntil(db: Db, now: Date, count: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ day: string }[]>`
    SELECT to_char((${now}::timestamptz AT TIME ZONE ${ZONE})::date - back, 'YYYY-MM-DD') AS day
      FROM generate_series(0, ${count - 1}::int) AS back ORDER BY 1`
  return rows.map(({ day }) => day)
}

/** Since when there are two engines to compare: our first run, or the first time that everything had come over. */
export async function comparableSince(db: Db): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ since: Date | null }[]>`
    SELECT coalesce((SELECT min(started_at) FROM alert_run),
                    (SELECT min(ended_at) FROM legacy_sweep WHERE stream = 'listings' AND ended_at IS NOT NULL)) AS since`
  return row?.since ?? null
}

/** Whether their log is here whole up to a moment: both lanes have read it since. */
export async function isLogHere(db: Db, until: Date): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isHere: boolean }[]>`
    SELECT EXISTS (SELECT FROM legacy_sync_count WHERE stream = 'sent_alerts' AND ended_at IS NOT NULL AND started_at >= ${until})
       AND EXISTS (SELECT FROM legacy_sweep WHERE stream = 'sent_alerts' AND ended_at IS NOT NULL AND started_at >= ${until}) AS "isHere"`
  return row?.isHere ?? false
}
