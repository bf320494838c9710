import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
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
export async function runJobNow(ctx: Context, { functionId }: ScheduleInput) {
  const { db, actor, now } = ctx
  await refuseWhileRunning(db, functionId, now())
  await db.$transaction(async (tx) => {
    await announce(tx, runRequested({ functionId, requestedById: actor.personId }))
    await recordDeed(tx, ctx, { action: 'jobRunRequested', target: 'job', targetId: functionId })
  })
}

/** Does a failed run's work again. Jobs go on from where they stand, so that nothing is done twice. */
export async function retryRun(ctx: Context, { runId }: RunInput) {
  const { db, actor, now } = ctx
  const run = await db.jobRun.findUnique({
    where: { runId },
    select: { functionId: true, status: true, outcome: true },
  })
  if (!run) throw notFound('This run')
  if (run.status === 'completed' && run.outcome !== 'bad') {
    throw new DomainError('PRECONDITION_FAILED', 'This run went well. Use "Run now" to run the job once more.')
  }
  await refuseWhileRunning(db, run.functionId, now())
  const { functionId } = run
  await db.$transaction(async (tx) => {
    await announce(tx, runRequested({ functionId, requestedById: actor.personId, retryOfId: runId }))
    await recordDeed(tx, ctx, { action: 'jobRunRetried', target: 'job', targetId: functionId, after: { runId } })
  })
}

/** Ticks go on and do nothing, until somebody resumes. A second pause keeps the name of the first. */
export async function pauseJob(ctx: Context, { functionId }: ScheduleInput) {
  knownSchedule(functionId)
  const { db, actor, now } = ctx
  await db.$transaction(async (tx) => {
    const paused = await tx.$executeRaw`
      INSERT INTO job_schedule (function_id, paused_at, paused_by_id)
      VALUES (${functionId}, ${now()}, ${actor.personId}::uuid)
      ON CONFLICT (function_id) DO UPDATE SET paused_at = excluded.paused_at, paused_by_id = excluded.paused_by_id
       WHERE job_schedule.paused_at IS NULL`
    if (paused > 0) await recordDeed(tx, ctx, { action: 'jobPaused', target: 'job', targetId: functionId })
  })
}

export async function resumeJob(ctx: Context, { functionId }: ScheduleInput) {
  knownSchedule(functionId)
  await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.jobSchedule.updateMany({
      where: { functionId, pausedAt: { not: null } },
      data: { pausedAt: null, pausedById: null },
    })
    if (count > 0) await recordDeed(tx, ctx, { action: 'jobResumed', target: 'job', targetId: functionId })
  })
}
