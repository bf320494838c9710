import type { Core } from './core.ts'
import type { Database, Tx } from './database.ts'
import { complete, enqueue, type Job } from './queue.ts'

export const PURGE = 'purge'
const HOUR_MS = 36e5
const BATCH = 1_000

const sweeps = [
  // Steps and waits go with their run.
  `delete from inngest_engine.run where id in
     (select id from inngest_engine.run where ended_at < $1 order by ended_at limit $2 for update skip locked)`,
  // An event with a future ts is still to be handed out, however long ago it was received.
  `delete from inngest_engine.event where id in
     (select e.id from inngest_engine.event e where e.received_at < $1 and not exists
        (select 1 from inngest_engine.job j where j.task = 'event' and j.payload ->> 'id' = e.id)
      order by e.received_at limit $2 for update of e skip locked)`,
  `delete from inngest_engine.function f where f.removed_at < $1 and f.id in
     (select id from inngest_engine.function where removed_at < $1 limit $2)
     and not exists (select 1 from inngest_engine.run r where r.function_id = f.id and r.ended_at is null)`,
  `delete from inngest_engine.gate_event where (function_id, event_id) in
     (select function_id, event_id from inngest_engine.gate_event where at < $1 limit $2)`,
  // A throttle's next place may lie far ahead; one in the past says nothing any more.
  `delete from inngest_engine.pace where id in (select id from inngest_engine.pace where at < $1 limit $2)`,
]

/** Removes what ended more than `keepMs` ago, in small transactions. Returns the number of rows. */
export async function purge({ database, clock, keepMs }: Pick<Core, 'database' | 'clock' | 'keepMs'>): Promise<number> {
  const before = new Date(clock.now().getTime() - keepMs)
  let total = 0
  for (const sweep of sweeps) {
    for (let removed = BATCH; removed === BATCH; total += removed) removed = await remove(database, sweep, before)
  }
  return total
}

async function remove(database: Database, sweep: string, before: Date): Promise<number> {
  const [row] = await database.transaction((tx) =>
    tx.query<{ removed: number }>(`with gone as (${sweep} returning 1) select count(*)::int as removed from gone`, [
      before,
      BATCH,
    ]),
  )
  return row?.removed ?? 0
}

/** Plans the next purge; there is one for all executors on the database. */
export const enqueuePurge = (tx: Tx) =>
  enqueue(tx, { task: PURGE, payload: {}, key: PURGE, dueAt: new Date(tx.now.getTime() + HOUR_MS) })

/** Purges, and plans the next time. */
export async function runPurge(core: Core, job: Job): Promise<void> {
  const removed = await purge(core)
  if (removed > 0) core.log.info({ removed }, 'old runs and events removed')
  await core.database.transaction(async (tx) => {
    await complete(tx, job)
    await enqueuePurge(tx)
  })
}
