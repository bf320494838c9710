import { z } from 'zod'
import type { Core } from './core.ts'
import { type Database, isDisconnect, type Tx } from './database.ts'
import { retryAt } from './duration.ts'
import { maxAttempts } from './function.config.ts'
import { callHttp } from './http.client.ts'
import { applyOps } from './ops.ts'
import { holdStart } from './pace.ts'
import { complete, type Job, LeaseLost } from './queue.ts'
import type { StoredFunction } from './registry.ts'
import { cancelRun, endRun } from './runs.end.ts'
import { readForCall } from './runs.read.ts'
import { enqueueStep, enqueueTimeout, keepVersion, lockRun, type Run } from './runs.store.ts'
import { sign } from './signature.ts'
import { type Answer, readAnswer, writeRequest } from './wire.ts'

const payloadSchema = z.object({ run: z.string(), step: z.string(), attempt: z.number().int() })
type Payload = z.infer<typeof payloadSchema>

/** After so many executors have died over one call, the call is taken to be the reason. */
const MAX_ABANDONED = 10

type Prepared = { run: Run; fn: StoredFunction; body: string }

/** Calls the app for a run's next step and writes down what it answered, if the job is still ours by then. */
export async function callStep(
  core: Core,
  job: Job,
  signal: AbortSignal,
  persist: (work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const payload = payloadSchema.parse(job.payload)
  const prepared = await prepare(core, job, payload)
  if (!prepared) return
  const answer = await ask(core, prepared, payload, signal)
  const write = (how: (tx: Tx, run: Run) => Promise<void>) =>
    persist(() =>
      core.database.transaction(async (tx) => {
        await complete(tx, job)
        const run = await lockRun(tx, payload.run)
        if (run && !run.ended_at) await how(tx, run)
      }),
    )
  try {
    await write((tx, run) => take(core, tx, { run, fn: prepared.fn, payload, answer }))
  } catch (error) {
    if (error instanceof LeaseLost || isDisconnect(error)) throw error
    // The step has been done: asking for it again because its result cannot be written would do it twice.
    core.log.error({ runId: payload.run, err: error }, 'answer not recorded, run failed')
    const message = 'The executor could not record what the app answered.'
    await write((tx, run) => endRun(tx, run, { status: 'failed', error: { name: 'NotRecorded', message } }))
  }
}

/** What to send; undefined when there is nothing left to call for, and then the job is done. */
async function prepare({ database }: Core, job: Job, payload: Payload): Promise<Prepared | undefined> {
  const end = (how?: (tx: Tx, run: Run) => Promise<void>) =>
    database.transaction(async (tx) => {
      await complete(tx, job)
      const run = await lockRun(tx, payload.run)
      if (run && !run.ended_at) await how?.(tx, run)
      return undefined
    })
  const found = await database.alone((tx) => readForCall(tx, payload.run))
  if (!found || found.run.ended_at || found.done.some(({ id }) => id === payload.step)) return end()
  const { run, fn, done } = found
  if (!fn || fn.removed_at) {
    return end((tx, open) => cancelRun(tx, open, `The app no longer has the function "${run.function_id}".`))
  }
  if (job.abandoned >= MAX_ABANDONED) {
    const message = `${job.abandoned} executors stopped while they waited for this step.`
    return end((tx, open) => endRun(tx, open, { status: 'failed', error: { name: 'ExecutorLost', message } }))
  }
  const started = run.started_at ? 'now' : await startRun(database, { run, fn, job, payload })
  if (started === 'later') return undefined
  // Cancelled since it was read: the job goes too, and does not wait for its lease to run out.
  if (started === 'never') return end()
  const body = writeRequest({
    job,
    runId: run.id,
    functionId: fn.id,
    events: run.events,
    done,
    version: run.request_version,
    attempt: payload.attempt,
    maxAttempts: maxAttempts(fn.config),
    isParallel: run.is_parallel,
  })
  return { run, fn, body }
}

type Start = { run: Run; fn: StoredFunction; job: Job; payload: Payload }

/** Marks a run as begun, and its time as running: unless a throttle moves it to later, or it has ended meanwhile. */
async function startRun(database: Database, { run, fn, job, payload }: Start): Promise<'now' | 'later' | 'never'> {
  const { throttle, timeouts: { finish } = {} } = fn.config
  const [event] = run.events
  const start = async (tx: Tx) => {
    const begun = await tx.query(
      `update inngest_engine.run set started_at = $2, status = 'running' where id = $1 and ended_at is null returning 1`,
      [run.id, tx.now],
    )
    return begun.length > 0 ? 'now' : 'never'
  }
  if (!throttle && !finish) return database.alone(start)
  return database.transaction(async (tx) => {
    const later = event && (await holdStart(tx, fn, event))
    if (!later) {
      if (finish) await enqueueTimeout(tx, run.id, 'finish', finish)
      return start(tx)
    }
    await complete(tx, job)
    await enqueueStep(tx, run, payload.step, { attempt: payload.attempt, dueAt: later })
    return 'later'
  })
}

async function ask(core: Core, { run, fn, body }: Prepared, payload: Payload, signal: AbortSignal): Promise<Answer> {
  const url = new URL(fn.url)
  url.searchParams.set('stepId', payload.step)
  try {
    const reply = await callHttp(url, {
      method: 'POST',
      body,
      headers: {
        'x-inngest-server-kind': 'cloud',
        'x-inngest-signature': sign(body, core.signingKey),
        'x-run-id': run.id,
      },
      timeoutMs: core.callTimeoutMs,
      signal,
    })
    return readAnswer(reply, core.clock.now())
  } catch (error) {
    // Given up because the lease is gone, or the executor stops: that says nothing about the step.
    signal.throwIfAborted()
    const message = `No answer from the app: ${error instanceof Error ? error.message : String(error)}`
    return { kind: 'failed', error: { name: 'NoAnswer', message }, isFinal: false }
  }
}

type Taken = { run: Run; fn: StoredFunction; payload: Payload; answer: Answer }

async function take(core: Core, tx: Tx, { run, fn, payload, answer }: Taken): Promise<void> {
  if (answer.kind === 'completed') return endRun(tx, run, { status: 'completed', output: answer.output })
  const mayRetry = !answer.isFinal && payload.attempt + 1 < maxAttempts(fn.config)
  const again = answer.retryAt ?? retryAt(tx.now, payload.attempt, core.random)
  if (answer.kind === 'ops') {
    await keepVersion(tx, run, answer.version)
    return applyOps(tx, run, answer.ops, { step: payload.step, attempt: payload.attempt, mayRetry, retryAt: again })
  }
  const { error } = answer
  core.log.warn(
    { runId: run.id, functionId: fn.id, attempt: payload.attempt, mayRetry, error: error.name },
    'attempt failed',
  )
  if (!mayRetry) return endRun(tx, run, { status: 'failed', error })
  await enqueueStep(tx, run, payload.step, { attempt: payload.attempt + 1, dueAt: again })
}
