import { z } from 'zod'
import { evaluate, holds } from './cel.ts'
import type { Tx } from './database.ts'
import { parseDuration } from './duration.ts'
import type { EventBody } from './events.ts'
import { enqueue } from './queue.ts'
import { findFunction, type StoredFunction } from './registry.ts'
import { type Scheduled, scheduleRun } from './runs.schedule.ts'

/** More than this is not sent to an app in one call. */
const MAX_BATCH_BYTES = 10 * 1024 * 1024

const flushSchema = z.object({ gate: z.string(), functionId: z.string() })
export const FLUSH = 'flush'

/** What became of an event: a run, nothing, or it waits behind a gate for others. */
type Admitted = Scheduled | { waits: 'batch' | 'debounce' }

/** Starts a run for an event, or lets it wait where the function collects or debounces its events. */
export async function admitEvent(
  tx: Tx,
  fn: StoredFunction,
  event: EventBody,
  options: { ownForMs?: number | undefined } = {},
): Promise<Admitted> {
  const { batchEvents, debounce } = fn.config
  if (batchEvents && holds(batchEvents.if, { event })) return collect(tx, fn, event)
  return debounce ? delay(tx, fn, event) : scheduleRun(tx, fn, [event], options)
}

/** Whoever changes what waits behind a gate holds its lock; `flush` takes it before its job's row. */
const lockGate = (tx: Tx, gate: string) =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('inngest_engine.gate:' || $1, 0))`, [gate])

export const lockGateOf = (tx: Tx, payload: unknown) => lockGate(tx, flushSchema.parse(payload).gate)

const gateOf = (kind: string, { id }: StoredFunction, key: string | undefined, event: EventBody) =>
  `${kind}:${id}:${key ? JSON.stringify(evaluate(key, { event })) : ''}`

/** False for an event that has come to this function before: senders repeat what they are not sure of. */
async function isFirst(tx: Tx, fn: StoredFunction, event: EventBody) {
  const noted = await tx.query(
    `insert into inngest_engine.gate_event as g (function_id, event_id, at) values ($1, $2, $3)
     on conflict (function_id, event_id) do update set at = $3 where g.at <= $4 returning 1`,
    [fn.id, event.id, tx.now, new Date(tx.now.getTime() - 864e5)],
  )
  return noted.length > 0
}

const flushAt = (tx: Tx, gate: string, functionId: string, dueAt: Date) =>
  enqueue(tx, { task: FLUSH, payload: { gate, functionId }, key: `gate:${gate}`, dueAt })

async function collect(tx: Tx, fn: StoredFunction, event: EventBody): Promise<Admitted> {
  const { maxSize = 1, timeout = '1s', key } = fn.config.batchEvents ?? {}
  const gate = gateOf('batch', fn, key, event)
  await lockGate(tx, gate)
  if (!(await isFirst(tx, fn, event))) return { skipped: 'duplicate' }
  const endsAt = new Date(tx.now.getTime() + parseDuration(timeout))
  const [open] = await tx.query<{ events: EventBody[]; bytes: number; ends_at: Date }>(
    `insert into inngest_engine.gate as g (id, events, opened_at, ends_at) values ($1, jsonb_build_array($2::jsonb), $3, $4)
     on conflict (id) do update set events = g.events || $2::jsonb
     returning events, octet_length(events::text) as bytes, ends_at`,
    [gate, JSON.stringify(event), tx.now, endsAt],
  )
  if (open && (open.events.length >= maxSize || open.bytes >= MAX_BATCH_BYTES)) {
    await tx.query('delete from inngest_engine.gate where id = $1', [gate])
    return scheduleRun(tx, fn, open.events, {})
  }
  await flushAt(tx, gate, fn.id, open?.ends_at ?? endsAt)
  return { waits: 'batch' }
}

async function delay(tx: Tx, fn: StoredFunction, event: EventBody): Promise<Admitted> {
  const { period = '1s', timeout, key } = fn.config.debounce ?? {}
  const gate = gateOf('debounce', fn, key, event)
  await lockGate(tx, gate)
  if (!(await isFirst(tx, fn, event))) return { skipped: 'duplicate' }
  const endsAt = new Date(tx.now.getTime() + parseDuration(period))
  const longest = timeout ? parseDuration(timeout) / 1e3 : null
  const [open] = await tx.query<{ ends_at: Date }>(
    `insert into inngest_engine.gate as g (id, events, opened_at, ends_at)
     values ($1, jsonb_build_array($2::jsonb), $3, least($4, $3::timestamptz + make_interval(secs => $5)))
     on conflict (id) do update set events = excluded.events,
       ends_at = least($4, g.opened_at + make_interval(secs => $5)) returning ends_at`,
    [gate, JSON.stringify(event), tx.now, endsAt, longest],
  )
  await flushAt(tx, gate, fn.id, open?.ends_at ?? endsAt)
  return { waits: 'debounce' }
}

/** A gate's time has come: its events start their run. One whose time was moved meanwhile is looked at again then. */
export async function flush(tx: Tx, payload: unknown): Promise<void> {
  const { gate, functionId } = flushSchema.parse(payload)
  const [open] = await tx.query<{ events: EventBody[]; ends_at: Date }>(
    'select events, ends_at from inngest_engine.gate where id = $1',
    [gate],
  )
  if (!open) return
  if (open.ends_at > tx.now) return flushAt(tx, gate, functionId, open.ends_at)
  await tx.query('delete from inngest_engine.gate where id = $1', [gate])
  const fn = await findFunction(tx, functionId)
  if (!fn || fn.removed_at) return
  // After a deploy the function may take its events one by one again.
  const isBatch = gate.startsWith('batch:') && fn.config.batchEvents !== undefined
  const runs = isBatch ? [open.events] : open.events.map((event) => [event])
  for (const events of runs) await scheduleRun(tx, fn, events, {})
}
