import type { Tx } from './database.ts'
import { heardOf, storeEvents } from './events.ts'
import type { Json, RunError } from './json.ts'
import type { Run } from './runs.store.ts'
import { resumeStep } from './steps.ts'

export type Ending =
  | { status: 'completed'; output: Json }
  | { status: 'failed'; error: RunError }
  | { status: 'cancelled'; error: RunError }

/** Ends a run once: frees what waits for it, tells its parent, and announces it as Inngest does. */
export async function endRun(tx: Tx, run: Run, ending: Ending): Promise<void> {
  const output = ending.status === 'completed' ? ending.output : null
  const error = ending.status === 'completed' ? null : ending.error
  // Leased jobs are left to their holders, who find the run ended; waiting for their locks could deadlock.
  const ended = await tx.query(
    `with ended as (
       update inngest_engine.run set status = $2, output = $3, error = $4, ended_at = $5
       where id = $1 and ended_at is null returning id
     ), waits as (
       delete from inngest_engine.wait where run_id in (select id from ended)
     ), jobs as (
       delete from inngest_engine.job where id in (
         select id from inngest_engine.job
         where run_id in (select id from ended) and lease_until is null for update skip locked)
     )
     select id from ended`,
    [run.id, ending.status, JSON.stringify(output), error && JSON.stringify(error), tx.now],
  )
  if (ended.length === 0) return
  await announce(tx, run, ending)
  if (run.parent_run && run.parent_step) {
    await resumeStep(tx, run.parent_run, run.parent_step, error ? { error } : { data: output })
  }
}

export const cancelRun = (tx: Tx, run: Run, message: string) =>
  endRun(tx, run, { status: 'cancelled', error: { name: 'FunctionCancelled', message } })

const announcements = ['inngest/function.finished', 'inngest/function.failed', 'inngest/function.cancelled']

async function announce(tx: Tx, run: Run, ending: Ending) {
  const [event] = run.events
  // A function that listens to endings and fails itself would announce itself without end.
  if (!event || announcements.includes(event.name)) return
  const about = { function_id: run.function_id, run_id: run.id, event, events: run.events }
  const data = ending.status === 'completed' ? { ...about, result: ending.output } : { ...about, error: ending.error }
  const names = ['inngest/function.finished']
  if (ending.status !== 'completed') names.push(`inngest/function.${ending.status}`)
  const heard = await heardOf(tx, names)
  if (heard.length === 0) return
  await storeEvents(
    tx,
    heard.map((name) => ({ name, data })),
  )
}
