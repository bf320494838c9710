import type { Db } from '#server/db.ts'
import type { JobOutcome, JobRunStatus } from '#server/generated/prisma/enums.ts'

/** Reads: job_run. */
export type RunRow = {
  runId: string
  functionId: string
  status: JobRunStatus
  outcome: JobOutcome | null
  trigger: string
  words: string | null
  scheduledAt: Date | null
  startedAt: Date
  endedAt: Date | null
}

/** The last runs of each function, oldest first. */
export const readLastRuns = (db: Db, functionIds: readonly string[], count: number) =>
  db.$queryRaw<RunRow[]>`
    SELECT run_id AS "runId", function_id AS "functionId", status::text, outcome::text, trigger, words,
           scheduled_at AS "scheduledAt", started_at AS "startedAt", ended_at AS "endedAt"
      FROM unnest(${[...functionIds]}::text[]) AS job (id)
     CROSS JOIN LATERAL (
       SELECT * FROM job_run WHERE function_id = job.id ORDER BY started_at DESC LIMIT ${count}) last
     ORDER BY started_at`
