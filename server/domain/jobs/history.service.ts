import { z } from 'zod'
import type { Db } from '#server/db.ts'
import { withoutPersonalData } from '#server/privacy.words.ts'
import { previousTick } from './cron.ts'
import { raiseDrill } from './drill/drill.service.ts'
import { isFireDrill } from './drill/drill.ts'
import { raiseIncident, resolveIncident } from './incidents.service.ts'
import { scheduleOf } from './schedules.ts'

/** Where the history is written, and what time it is by the clock of the one who tells. */
export type Moment = { db: Db; at: Date }

/** A run as every executor tells of it. */
export type RunFacts = {
  runId: string
  functionId: string
  attempt: number
  maxAttempts?: number
  event: { name: string; ts?: number; data?: unknown }
}

const TICK = 'inngest/scheduled.timer'

const request = z.object({ requestedById: z.uuid().optional(), retryOfId: z.string().optional() })

const result = z.object({
  words: z.string(),
  outcome: z.enum(['good', 'warning', 'bad']),
  counts: z.record(z.string(), z.number()),
  skipped: z.literal('paused').optional(),
  inconclusive: z.literal(true).optional(),
})

const nameOf = (functionId: string) => scheduleOf(functionId)?.name ?? functionId

export const jobFailed = (functionId: string) => `job-failed:${functionId}`

/** What may be kept and shown of an error: its message without personal data, and never its stack. */
const publicError = ({ name, message }: { name: string; message: string }) => ({
  name: withoutPersonalData(name).slice(0, 200),
  // Prisma's messages quote the call with the values it was given; what went wrong is the last line.
  message: withoutPersonalData(name.startsWith('PrismaClient') ? lastLineOf(message) : message).slice(0, 1_000),
})

const lastLineOf = (text: string) => text.trimEnd().split('\n').at(-1) ?? ''

const scheduledAt = ({ functionId, event }: Pick<RunFacts, 'functionId' | 'event'>, at: Date) => {
  const schedule = scheduleOf(functionId)
  if (event.name !== TICK || !schedule) return null
  return previousTick(schedule, new Date(event.ts ?? at))
}

/** The first sign of a run, or the next one: creates it or says that it is still alive. */
export async function touchRun({ db, at }: Moment, run: RunFacts) {
  const asked = request.safeParse(run.event.data).data ?? {}
  await db.$executeRaw`
    INSERT INTO job_run (run_id, function_id, trigger, scheduled_at, attempt, retry_of_id, requested_by_id, started_at, seen_at)
    VALUES (${run.runId}, ${run.functionId}, ${run.event.name === TICK ? 'cron' : run.event.name}, ${scheduledAt(run, at)},
            ${run.attempt}, ${asked.retryOfId ?? null}, ${asked.requestedById ?? null}::uuid, ${at}, ${at})
    ON CONFLICT (run_id) DO UPDATE SET attempt = excluded.attempt, seen_at = excluded.seen_at`
}

type StepFacts = { runId: string; hashedId: string; attempt: number }

/** A step begins; one that was begun and never ended (its process died) begins again under the same attempt. */
export async function startStep({ db, at }: Moment, { runId, hashedId, attempt }: StepFacts, name: string) {
  await db.$executeRaw`
    /* one plan */ WITH alive AS (UPDATE job_run SET seen_at = ${at} WHERE run_id = ${runId})
    INSERT INTO job_step (run_id, hashed_id, attempt, name, started_at)
    VALUES (${runId}, ${hashedId}, ${attempt}, ${name}, ${at})
    ON CONFLICT (run_id, hashed_id, attempt)
    DO UPDATE SET status = 'running', started_at = excluded.started_at, ended_at = NULL, error_message = NULL`
}

/** What became of a step, with when it began: whether its beginning was written down plays no part. */
type Ended = {
  name: string
  startedAt: Date
  status: 'completed' | 'retrying' | 'failed'
  /** It was long enough to be seen running: whoever looks on is told that it does no more. */
  wasShown: boolean
  error?: { name: string; message: string }
}

export async function endStep({ db, at }: Moment, { runId, hashedId, attempt }: StepFacts, ended: Ended) {
  const { name, startedAt, status, wasShown, error } = ended
  const errorMessage = error ? publicError(error).message : null
  await db.$executeRaw`
    INSERT INTO job_step (run_id, hashed_id, attempt, name, status, started_at, ended_at, error_message)
    VALUES (${runId}, ${hashedId}, ${attempt}, ${name}, ${status}::job_step_status, ${startedAt}, ${at}, ${errorMessage})
    ON CONFLICT (run_id, hashed_id, attempt)
    DO UPDATE SET status = excluded.status, ended_at = excluded.ended_at, error_message = excluded.error_message`
  if (wasShown) await db.$executeRaw`UPDATE job_run SET seen_at = ${at} WHERE run_id = ${runId}`
}

/** The run returned. Its words, figures and outcome are taken from what it says; anything else counts as good. */
export async function completeRun({ db, at }: Moment, run: RunFacts, output: unknown) {
  const told = result.safeParse(output).data
  const outcome = told?.outcome ?? 'good'
  const skipped = told?.skipped !== undefined
  const cause = jobFailed(run.functionId)
  const counts = JSON.stringify(told ? { counts: told.counts } : {})
  const [known] = await db.$queryRaw<{ hasIncident: boolean }[]>`
    /* one plan */ WITH ended AS (
      UPDATE job_run SET status = ${skipped ? 'skipped' : 'completed'}::job_run_status, outcome = ${outcome}::job_outcome,
             words = ${told?.words ?? null}, output = ${counts}::jsonb, error_name = NULL, error_message = NULL, ended_at = ${at}
       WHERE run_id = ${run.runId} AND status = 'running')
    SELECT EXISTS (SELECT 1 FROM incident WHERE cause_key = ${cause} AND resolved_at IS NULL) AS "hasIncident"`
  if (skipped || told?.inconclusive) return
  if (outcome !== 'bad') return known?.hasIncident ? void (await resolveIncident(db, cause)) : undefined
  await raiseIncident(db, {
    causeKey: cause,
    title: `${nameOf(run.functionId)}: something does not add up`,
    detail: withoutPersonalData(told?.words ?? 'The run ended, and its result is not right.'),
    href: `/operations/runs/${run.runId}`,
  })
}

/**
 * The run, or a step of it, failed. The first error raises the alarm: by the time retries are used up, the next two
 * ticks may have failed as well.
 */
export async function failRun(
  moment: Moment,
  run: RunFacts,
  thrown: { name: string; message: string },
  isFinal: boolean,
) {
  const { db } = moment
  if (isFireDrill(run.functionId, thrown)) return raiseDrill(moment, run.runId)
  const error = publicError(thrown)
  const isFirst = await db.jobRun.updateMany({
    where: { runId: run.runId, errorName: null, status: 'running' },
    data: { errorName: error.name, errorMessage: error.message },
  })
  if (isFinal) await endFailedRun(moment, run.runId, 'failed', error)
  if (isFirst.count === 0) return
  const attempts = run.maxAttempts ? ` of ${run.maxAttempts}` : ''
  await raiseIncident(db, {
    causeKey: jobFailed(run.functionId),
    title: `${nameOf(run.functionId)} failed`,
    detail: `Attempt ${run.attempt + 1}${attempts}: ${error.message}`,
    href: `/operations/runs/${run.runId}`,
  })
}

const endFailedRun = (
  { db, at }: Moment,
  runId: string,
  status: 'failed' | 'cancelled',
  error: { name: string; message: string },
) =>
  db.jobRun.updateMany({
    where: { runId, status: 'running' },
    data: {
      status,
      outcome: 'bad',
      words: status === 'failed' ? `Failed: ${error.message}` : 'Cancelled before it ended.',
      errorName: error.name,
      errorMessage: error.message,
      endedAt: at,
    },
  })

/** What a run can't tell of itself: it timed out, was cancelled, or its worker could not be reached. */
export async function closeRun(
  moment: Moment,
  run: Pick<RunFacts, 'runId' | 'functionId' | 'event'>,
  status: 'failed' | 'cancelled',
  thrown: { name: string; message: string },
) {
  const { db, at } = moment
  // A run whose worker was never reached is heard of here for the first time.
  await db.$executeRaw`
    INSERT INTO job_run (run_id, function_id, trigger, scheduled_at, started_at, seen_at)
    VALUES (${run.runId}, ${run.functionId}, ${run.event.name === TICK ? 'cron' : run.event.name}, ${scheduledAt(run, at)},
            ${at}, ${at})
    ON CONFLICT (run_id) DO NOTHING`
  if (status === 'failed') await failRun(moment, { ...run, attempt: 0 }, thrown, true)
  await endFailedRun(moment, run.runId, status, publicError(thrown))
}
