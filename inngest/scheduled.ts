import { cron, type GetStepTools } from 'inngest'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { isPaused } from '#server/domain/jobs/jobs.service.ts'
import { type ScheduleId, scheduleOf } from '#server/domain/jobs/schedules.ts'
import type { Log } from '#server/log.ts'
import type { PalmettoInngest } from './client.ts'
import type { Deps } from './deps.ts'

export type Kit = { inngest: PalmettoInngest; deps: Deps }

type Tools = {
  step: GetStepTools<PalmettoInngest>
  runId: string
  /** The tick this run answers: the scheduled time, or the time of the request. */
  slot: Date
  /** Somebody pressed "Run now": it is not the clock's turn. */
  asked: boolean
  /** Carries the run's id on every line. */
  log: Log
}

type Options = {
  /** Facts that start the job too, beside its clock. */
  alsoOn?: string[]
  retries?: 0 | 1 | 2 | 3 | 4 | 5
}

/** A scheduled function: one at a time, can be paused and asked for, and tells the run history what it did. */
export function scheduled(
  { inngest, deps }: Kit,
  id: ScheduleId,
  work: (tools: Tools) => Promise<JobResult>,
  options: Options = {},
) {
  const schedule = scheduleOf(id)
  if (!schedule) throw new Error(`No schedule has the id ${id}.`)
  return inngest.createFunction(
    {
      id,
      name: schedule.name,
      triggers: [
        cron(schedule.cron),
        { event: 'jobs/run.requested', if: `event.data.functionId == '${id}'` },
        ...(options.alsoOn ?? []).map((event) => ({ event })),
      ],
      // Concurrency 1 would limit steps, not runs: two late ticks would still interleave.
      singleton: { mode: 'skip' },
      retries: options.retries ?? 3,
    },
    async ({ event, step, runId }): Promise<JobResult> => {
      const isTick = event.name === 'inngest/scheduled.timer'
      const paused = isTick && (await step.run('may-run', () => isPaused(deps.db, id)))
      if (paused) return { words: 'Paused: nothing was done.', outcome: 'good', counts: {}, skipped: 'paused' }
      const slot = new Date(event.ts ?? Date.now())
      const asked = event.name === 'jobs/run.requested'
      return work({ step, runId, slot, asked, log: deps.log.child({ jobRunId: runId, functionId: id }) })
    },
  )
}
