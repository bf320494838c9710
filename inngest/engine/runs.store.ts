import type { Tx } from './database.ts'
import { parseDuration } from './duration.ts'
import type { EventBody } from './events.ts'
import { enqueue, type Hold } from './queue.ts'

export type Run = {
  id: string
  function_id: string
  status: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'
  events: EventBody[]
  holds: Hold[]
  /** Seconds by which it goes before its function's other runs; null where the function has no priorities. */
  priority: number | null
  parent_run: string | null
  parent_step: string | null
  request_version: number
  is_parallel: boolean
  started_at: Date | null
  ended_at: Date | null
}

const names = [
  ...['id', 'function_id', 'status', 'events', 'holds', 'priority', 'parent_run', 'parent_step'],
  ...['request_version', 'is_parallel', 'started_at', 'ended_at'],
]
const columns = names.join(', ')

/** A run's columns where its table goes by another name. */
export const runColumns = (alias: string) => names.map((name) => `${alias}.${name}`).join(', ')

/** The run, locked until the transaction ends. */
export async function lockRun(tx: Tx, id: string): Promise<Run | undefined> {
  const [run] = await tx.query<Run>(`select ${columns} from inngest_engine.run where id = $1 for update`, [id])
  return run
}

/** The runs that have not ended and hold this singleton key. */
export const activeRuns = (tx: Tx, singletonKey: string) =>
  tx.query<Run>(`select ${columns} from inngest_engine.run where singleton_key = $1 and ended_at is null`, [
    singletonKey,
  ])

/** Speaks to the run as its last answer did; an SDK may be updated while it runs. */
export async function keepVersion(tx: Tx, run: Run, version: number): Promise<void> {
  if (run.request_version === version) return
  run.request_version = version
  await tx.query('update inngest_engine.run set request_version = $2 where id = $1', [run.id, version])
}

/** Asks for a call of the app: 'step' lets it find out what comes next, another id is a planned step. */
export const enqueueStep = (
  tx: Tx,
  run: Pick<Run, 'id' | 'function_id' | 'holds' | 'priority'>,
  step: string,
  { attempt = 0, dueAt }: { attempt?: number; dueAt?: Date } = {},
) =>
  enqueue(tx, {
    task: 'step',
    payload: { run: run.id, step, attempt },
    runId: run.id,
    holds: run.holds,
    urgency: run.priority === null ? undefined : { queue: run.function_id, seconds: run.priority },
    ...(dueAt ? { dueAt } : {}),
  })

export const enqueueTimeout = (tx: Tx, runId: string, kind: 'start' | 'finish', after: string) =>
  enqueue(tx, {
    task: 'timeout',
    payload: { run: runId, kind },
    runId,
    dueAt: new Date(tx.now.getTime() + parseDuration(after)),
  })
