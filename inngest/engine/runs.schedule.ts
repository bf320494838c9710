import { evaluate } from './cel.ts'
import type { Tx } from './database.ts'
import { parseMoment } from './duration.ts'
import { type EventBody, newId } from './events.ts'
import type { FunctionConfig } from './function.config.ts'
import { isWithinRate, reserveStart } from './pace.ts'
import { enqueueOwn, type Hold, type Job } from './queue.ts'
import type { StoredFunction } from './registry.ts'
import { cancelRun } from './runs.end.ts'
import { activeRuns, enqueueStep, enqueueTimeout } from './runs.store.ts'
import { priorityOf } from './urgency.ts'

type Options = {
  /** Of runs with the same key only one is made in 24 hours; preset: the event's id. */
  dedupeKey?: string
  /** The step that waits for this run's result. */
  parent?: { run: string; step: string }
  /** The caller begins the run as soon as it has committed, if it may begin by then; leased for so long. */
  ownForMs?: number | undefined
}

/** `own`: the first call of the run, which is the caller's to make. */
export type Scheduled = { id: string; own?: Job | undefined } | { skipped: 'duplicate' | 'rateLimit' | 'singleton' }

/**
 * Makes a run of `fn` for an event or a batch of them, unless its idempotency, rate limit or singleton setting says no.
 * What is computed from events is computed from the first.
 */
export async function scheduleRun(
  tx: Tx,
  fn: StoredFunction,
  events: readonly EventBody[],
  options: Options,
): Promise<Scheduled> {
  const [event] = events
  if (!event) throw new Error(`A run of "${fn.id}" without an event.`)
  const { config } = fn
  const context = { event }
  const dedupeKey = config.idempotency
    ? `idempotency:${JSON.stringify(evaluate(config.idempotency, context))}`
    : (options.dedupeKey ?? `event:${event.id}`)
  await lock(tx, `dedupe:${fn.id}:${dedupeKey}`)
  const [twin] = await tx.query(
    'select 1 from inngest_engine.run where function_id = $1 and dedupe_key = $2 and created_at > $3 limit 1',
    [fn.id, dedupeKey, new Date(tx.now.getTime() - 864e5)],
  )
  if (twin) return { skipped: 'duplicate' }
  if (!(await isWithinRate(tx, fn, event))) return { skipped: 'rateLimit' }

  const singletonKey = config.singleton
    ? `${fn.id}:${config.singleton.key ? JSON.stringify(evaluate(config.singleton.key, context)) : ''}`
    : null
  if (singletonKey) {
    await lock(tx, `singleton:${singletonKey}`)
    const active = await activeRuns(tx, singletonKey)
    if (active.length > 0 && config.singleton?.mode === 'skip') return { skipped: 'singleton' }
    for (const run of active) await cancelRun(tx, run, 'A newer run took its place.')
  }

  const id = newId(tx.now.getTime())
  const holds = holdsOf(config, event)
  const priority = priorityOf(config, event)
  const { ownForMs } = options
  const isFree = holds.length === 0 && priority === null && !config.throttle && !config.timeouts?.finish
  const isOwn = ownForMs !== undefined && isFree
  await tx.query(
    `insert into inngest_engine.run
       (id, function_id, events, dedupe_key, singleton_key, holds, parent_run, parent_step, priority, created_at, started_at, status)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, fn.id, JSON.stringify(events), dedupeKey, singletonKey, JSON.stringify(holds)],
      ...[options.parent?.run ?? null, options.parent?.step ?? null, priority, tx.now],
      ...(isOwn ? [tx.now, 'running'] : [null, 'queued']),
    ],
  )
  for (const cancel of config.cancel ?? []) {
    await tx.query(
      `insert into inngest_engine.wait (run_id, kind, event, expression, expires_at) values ($1, 'cancel', $2, $3, $4)`,
      [id, cancel.event, cancel.if ?? null, cancel.timeout ? parseMoment(cancel.timeout, tx.now) : null],
    )
  }
  if (config.timeouts?.start && !isOwn) await enqueueTimeout(tx, id, 'start', config.timeouts.start)
  if (isOwn) return { id, own: await enqueueOwn(tx, firstCall(id), ownForMs) }
  const dueAt = await reserveStart(tx, fn, event)
  await enqueueStep(tx, { id, function_id: fn.id, holds, priority }, 'step', dueAt ? { dueAt } : {})
  return { id }
}

const firstCall = (runId: string) => ({ task: 'step', payload: { run: runId, step: 'step', attempt: 0 }, runId })

const lock = (tx: Tx, name: string) =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('inngest_engine.' || $1, 0))`, [name])

function holdsOf(config: FunctionConfig, event: EventBody): Hold[] {
  return (config.concurrency ?? [])
    .filter(({ limit }) => limit > 0)
    .map(({ limit, key, scope }) => {
      const value = key ? JSON.stringify(evaluate(key, { event })) : ''
      return { limit, key: `${scope && scope !== 'fn' ? scope : `fn:${config.id}`}:${value}` }
    })
}
