import type { Db } from '#server/db.ts'
import { env } from '#server/env.ts'
import { spokenDuration } from './alarms.words.ts'
import { previousTick } from './cron.ts'
import { aboutDrill } from './drill/drill.health.ts'
import { findLastDrill } from './drill/drill.queries.ts'
import { DRILL_JOB } from './drill/drill.ts'
import { readScheduleStates, type ScheduleState } from './health.sql.ts'
import { jobFailed } from './history.service.ts'
import { jobNameOf, type Schedule, scheduleOf, stuckSecondsOf } from './schedules.ts'
import { WORKER_SILENCE_MS } from './worker.service.ts'

export type HealthReason = {
  kind: 'worker' | 'overdue' | 'stuck' | 'broken' | 'drill'
  /** The key of the incident that this reason is. */
  causeKey: string
  functionId: string | null
  runId: string | null
  title: string
  /** What is wrong, for people. */
  words: string
}

export type JobsHealth = {
  ok: boolean
  reasons: HealthReason[]
  /** Names of the schedules that somebody paused: nothing is expected of them. */
  paused: string[]
}

export const WORKER_DEAD = 'worker-dead'

type Options = {
  /** False where functions are called without a worker process of our own, as on serverless. */
  expectsWorker?: boolean
}

/**
 * Computed on read from what really happened, so that it is right also when nothing of ours runs any more: no job has
 * to find out that jobs are dead.
 */
export async function jobsHealth(
  db: Db,
  now: Date,
  { expectsWorker = env.PALMETTO_ROLE !== 'both' }: Options = {},
): Promise<JobsHealth> {
  const [states, running, worker, drill] = await Promise.all([
    readScheduleStates(db),
    db.jobRun.findMany({
      where: { status: 'running' },
      select: { runId: true, functionId: true, seenAt: true, errorMessage: true },
      orderBy: { seenAt: 'asc' },
      take: 500,
    }),
    expectsWorker ? db.workerHeartbeat.findFirst({ orderBy: { seenAt: 'desc' } }) : undefined,
    findLastDrill(db),
  ])
  const silenceOf = (run: { seenAt: Date }) => now.getTime() - run.seenAt.getTime()
  const isStuck = (run: (typeof running)[number]) => {
    const seconds = stuckSecondsOf(run.functionId)
    return seconds !== null && silenceOf(run) > 1_000 * seconds
  }
  const paused = new Set(states.filter(({ pausedAt }) => pausedAt).map(({ functionId }) => functionId))
  const busy = new Set(running.filter((run) => !isStuck(run)).map(({ functionId }) => functionId))

  const reasons: HealthReason[] = []
  if (worker !== undefined) reasons.push(...aboutWorker(worker, now))
  for (const state of states) {
    const schedule = scheduleOf(state.functionId)
    if (!schedule || paused.has(schedule.id)) continue
    // A tick that finds its job still at work starts no second run.
    if (!busy.has(schedule.id)) reasons.push(...aboutTicks(schedule, state, now))
    reasons.push(...aboutOutcome(schedule, state))
  }
  for (const run of running.filter((one) => one.errorMessage !== null && !paused.has(one.functionId))) {
    if (reasons.some(({ causeKey }) => causeKey === jobFailed(run.functionId))) continue
    reasons.push(broken(run.functionId, run.runId, `failed, and is being tried again: ${run.errorMessage}`))
  }
  for (const run of running.filter((one) => isStuck(one) && !paused.has(one.functionId))) {
    reasons.push({
      kind: 'stuck',
      causeKey: `stuck:${run.functionId}`,
      functionId: run.functionId,
      runId: run.runId,
      title: `${jobNameOf(run.functionId)} is stuck`,
      words: `${jobNameOf(run.functionId)} has shown no sign of life for ${spokenDuration(silenceOf(run))}.`,
    })
  }
  const since = latest(states.find(({ functionId }) => functionId === DRILL_JOB)?.since, worker?.startedAt)
  if (!paused.has(DRILL_JOB)) reasons.push(...aboutDrill(drill, since, now))
  return { ok: reasons.length === 0, reasons, paused: [...paused].map(jobNameOf) }
}

const latest = (...dates: (Date | null | undefined)[]) =>
  dates.reduce<Date | null>((last, date) => (date && (!last || date > last) ? date : last), null)

function aboutWorker(worker: { seenAt: Date; stoppedAt: Date | null } | null, now: Date): HealthReason[] {
  const silence = worker ? now.getTime() - worker.seenAt.getTime() : Number.POSITIVE_INFINITY
  if (silence <= WORKER_SILENCE_MS) return []
  const about = { kind: 'worker' as const, causeKey: WORKER_DEAD, functionId: null, runId: null }
  if (!worker) {
    return [{ ...about, title: 'No worker has ever started', words: 'No worker has ever started, so no job can run.' }]
  }
  const words = worker.stoppedAt
    ? `The worker was stopped ${spokenDuration(silence)} ago, and no other one is running.`
    : `The worker has shown no sign of life for ${spokenDuration(silence)}.`
  return [{ ...about, title: worker.stoppedAt ? 'No worker is running' : 'The worker is dead', words }]
}

function aboutTicks(schedule: Schedule, { since, lastSignAt }: ScheduleState, now: Date): HealthReason[] {
  const due = previousTick(schedule, new Date(now.getTime() - schedule.graceSeconds * 1_000))
  if (!since || !due || due <= since || (lastSignAt && lastSignAt >= due)) return []
  const last = lastSignAt ? `; its last run was ${spokenDuration(now.getTime() - lastSignAt.getTime())} ago` : ''
  const late = spokenDuration(now.getTime() - due.getTime())
  return [
    {
      kind: 'overdue',
      causeKey: `overdue:${schedule.id}`,
      functionId: schedule.id,
      runId: null,
      title: `${schedule.name} is overdue`,
      words: `${schedule.name} should have run ${late} ago and has not${last}.`,
    },
  ]
}

const broken = (functionId: string, runId: string | null, what: string): HealthReason => ({
  kind: 'broken',
  causeKey: jobFailed(functionId),
  functionId,
  runId,
  title: `${jobNameOf(functionId)} did not go well`,
  words: `${jobNameOf(functionId)}: ${what}`,
})

const aboutOutcome = (schedule: Schedule, { lastRunId, lastOutcome, lastWords }: ScheduleState): HealthReason[] =>
  lastOutcome === 'bad' ? [broken(schedule.id, lastRunId, lastWords ?? 'its last run failed')] : []
