import { z } from 'zod'
import { holds } from './cel.ts'
import type { Core } from './core.ts'
import { latestTick, nextTick } from './cron.ts'
import type { Tx } from './database.ts'
import { completeHandOut } from './events.ts'
import { admitEvent, FLUSH, flush, lockGateOf } from './gates.ts'
import { complete, type Job } from './queue.ts'
import { enqueueTick, findFunction, tickSchema } from './registry.ts'
import { cancelRun } from './runs.end.ts'
import { scheduleRun } from './runs.schedule.ts'
import { lockRun } from './runs.store.ts'
import { resumeStep } from './steps.ts'

/** Work that stays inside the database: one transaction, which also ends the job. */
type Task = (tx: Tx, payload: unknown, core: Core) => Promise<void>

const tick: Task = async (tx, payload, { log }) => {
  const job = tickSchema.parse(payload)
  const [trigger] = await tx.query('select 1 from inngest_engine.trigger where function_id = $1 and cron = $2', [
    job.functionId,
    job.cron,
  ])
  const fn = await findFunction(tx, job.functionId)
  if (!trigger || !fn) return
  // After a time in which nobody ran there is one run, for the latest tick that was missed.
  const at = latestTick(job.cron, tx.now) ?? new Date(job.tick)
  const event = {
    id: `${fn.id}@${at.toISOString()}`,
    name: 'inngest/scheduled.timer',
    ts: at.getTime(),
    data: { cron: job.cron },
  }
  const made = await scheduleRun(tx, fn, [event], { dedupeKey: `cron:${job.cron}@${at.toISOString()}` })
  if ('skipped' in made) log.info({ functionId: fn.id, tick: at, skipped: made.skipped }, 'tick made no run')
  const next = nextTick(job.cron, tx.now)
  if (next) await enqueueTick(tx, { ...job, tick: next.toISOString() })
}

/** Returns the first call of a run that it has made, when that is left to the caller: others are called for by the queue. */
async function handOut(tx: Tx, job: Job, { log, isOrderly, leaseMs }: Core): Promise<Job | undefined> {
  const { id: eventId } = z.object({ id: z.string() }).parse(job.payload)
  const given = await completeHandOut(tx, job, eventId)
  if (!given) return undefined
  const { event, waits, listeners } = given
  // First what waits already: a run is not cancelled by the event that starts it.
  for (const wait of waits) {
    if (!holds(wait.expression, { event: wait.origin, async: event })) continue
    if (wait.step_id) {
      await resumeStep(tx, wait.run_id, wait.step_id, { data: event })
      continue
    }
    const run = await lockRun(tx, wait.run_id)
    if (run) await cancelRun(tx, run, `Cancelled by the event "${event.name}".`)
  }
  const started = new Set<string>()
  let own: Job | undefined
  for (const { function_id: id, expression, ...rest } of listeners) {
    if (started.has(id) || !holds(expression, { event })) continue
    started.add(id)
    const ownForMs = own || isOrderly ? undefined : leaseMs
    const made = await admitEvent(tx, { id, ...rest, removed_at: null }, event, { ownForMs })
    if ('skipped' in made) log.info({ functionId: id, event: event.id, ...made }, 'event made no run')
    if ('own' in made) own = made.own
  }
  return own
}

const wakeSchema = z.object({
  run: z.string(),
  step: z.string(),
  state: z.union([
    z.strictObject({ data: z.json() }),
    z.strictObject({ error: z.object({ name: z.string(), message: z.string() }) }),
  ]),
})

const wakeStep: Task = async (tx, payload) => {
  const { run, step, state } = wakeSchema.parse(payload)
  await resumeStep(tx, run, step, state)
}

const timeOut: Task = async (tx, payload) => {
  const { run: id, kind } = z.object({ run: z.string(), kind: z.enum(['start', 'finish']) }).parse(payload)
  const run = await lockRun(tx, id)
  if (!run || run.ended_at || (kind === 'start' && run.started_at)) return
  await cancelRun(tx, run, kind === 'start' ? 'It did not start in time.' : 'It did not finish in time.')
}

const tasks: Record<string, Task> = { cron: tick, wake: wakeStep, timeout: timeOut, [FLUSH]: flush }

/** Does a job that needs no call of the app. Returns one that follows from it, leased to the caller. */
export async function runTask(core: Core, job: Job): Promise<Job | undefined> {
  if (job.task === 'event') return core.database.transaction((tx) => handOut(tx, job, core))
  const task = tasks[job.task]
  if (!task) throw new Error(`There is no task "${job.task}".`)
  await core.database.transaction(async (tx) => {
    // Who adds to the gate holds it and moves this job: in the other order the two would wait for each other.
    if (job.task === FLUSH) await lockGateOf(tx, job.payload)
    await complete(tx, job)
    await task(tx, job.payload, core)
  })
  return undefined
}
