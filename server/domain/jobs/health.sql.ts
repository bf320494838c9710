import type { Db } from '#server/db.ts'
import type { JobOutcome, JobRunStatus } from '#server/generated/prisma/enums.ts'
import { schedules } from './schedules.ts'

/** Reads: job_schedule, job_run. */
export type ScheduleState = {
  functionId: string
  since: Date | null
  pausedAt: Date | null
  /** The last moment at which a run of any kind was scheduled, began or ended. */
  lastSignAt: Date | null
  lastRunId: string | null
  lastStatus: JobRunStatus | null
  lastOutcome: JobOutcome | null
  lastWords: string | null
  lastEndedAt: Date | null
}

/** The state of each schedule: its pause, its last sign of life, and its last run that ended. */
export const readScheduleStates = (db: Db) =>
  db.$queryRaw<ScheduleState[]>`
    SELECT job.id AS "functionId", since, paused_at AS "pausedAt", sign.at AS "lastSignAt", ended.run_id AS "lastRunId",
           ended.status::text AS "lastStatus", ended.outcome::text AS "lastOutcome", ended.words AS "lastWords",
           ended.ended_at AS "lastEndedAt"
      FROM unnest(${schedules.map(({ id }) => id)}::text[]) AS job (id)
      LEFT JOIN job_schedule ON job_schedule.function_id = job.id
      LEFT JOIN LATERAL (
        SELECT max(greatest(scheduled_at, started_at, ended_at)) AS at
          FROM (SELECT * FROM job_run WHERE function_id = job.id ORDER BY started_at DESC LIMIT 20) recent) sign ON true
      LEFT JOIN LATERAL (
        SELECT run_id, status, outcome, words, ended_at FROM job_run
         WHERE function_id = job.id AND status IN ('completed', 'failed', 'cancelled')
         ORDER BY started_at DESC LIMIT 1) ended ON true`
