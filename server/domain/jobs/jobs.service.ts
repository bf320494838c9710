import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { announce } from '#server/outbox.ts'
import { runRequested } from './jobs.events.ts'
import type { RunInput, ScheduleInput } from './jobs.schema.ts'
import { scheduleOf, schedules } from './schedules.ts'

/** Read by each scheduled function in its first step: a pause reaches any executor, because it lives with us. */
export async function isPaused(db: Db, functionId: string): Promise<boolean> {
  const row = await db.jobSchedule.findUnique({ where: { functionId }, select: { pausedAt: true } })
  return row?.pausedAt != null
}

/** From now on ticks are expected of each schedule that is new here. Those that were expected already stay so. */
export const expectSchedules = (db: Db) =>
  db.jobSchedule.createMany({ data: schedules.map(({ id }) => ({ functionId: id })), skipDuplicates: true })

const knownSchedule = (functionId: string) => {
  const schedule = scheduleOf(functionId)
  if (!schedule) throw notFound('This job')
  return schedule
}

async function refuseWhileRunning(db: Db, functionId: string, now: Date) {
  const { name, stuckSeconds } = knownSchedule(functionId)
  const alive = new Date(now.getTime() - stuckSeconds * 1_000)
  const running = await db.jobRun.findFirst({
    where: { functionId, status: 'running', seenAt: { gt: alive } },
    select: { runId: true },
  })
  // The executor would drop the request without a word, because a job runs one at a time.
  if (running) throw new DomainError('CONFLICT', `${name} is running right now. Ask again when it has ended.`)
}

/** Asks for a run outside of the clock, whether the schedule is paused or not. */
export async function runJobNow({ db, actor, now }: Context, { functionId }: ScheduleInput) {
  await refuseWhileRunning(db, functionId, now())
  await announce(db, runRequested({ functionId, requestedById: actor.personId }))
}

/** Does a failed run's work again. Jobs go on from where they stand, so that nothing is done twice. */
export async function retryRun({ db, actor, now }: Context, { runId }: RunInput) {
  const run = await db.jobRun.findUnique({
    where: { runId },
    select: { functionId: true, status: true, outcome: true },
  })
  if (!run) throw notFound('This run')
  if (run.status === 'completed' && run.outcome !== 'bad') {
    throw new DomainError('PRECONDITION_FAILED', 'This run went well. Use "Run now" to run the job once more.')
  }
  await refuseWhileRunning(db, run.functionId, now())
  await announce(db, runRequested({ functionId: run.functionId, requestedById: actor.personId, retryOfId: runId }))
}

/** Ticks go on and do nothing, until somebody resumes. A second pause keeps the name of the first. */
export async function pauseJob({ db, actor, now }: Context, { functionId }: ScheduleInput) {
  knownSchedule(functionId)
  await db.$executeRaw`
    INSERT INTO job_schedule (function_id, paused_at, paused_by_id)
    VALUES (${functionId}, ${now()}, ${actor.personId}::uuid)
    ON CONFLICT (function_id) DO UPDATE SET
      paused_at = coalesce(job_schedule.paused_at, excluded.paused_at),
      paused_by_id = coalesce(job_schedule.paused_by_id, excluded.paused_by_id)`
}

export async function resumeJob({ db }: Context, { functionId }: ScheduleInput) {
  knownSchedule(functionId)
  await db.jobSchedule.updateMany({ where: { functionId }, data: { pausedAt: null, pausedById: null } })
}
