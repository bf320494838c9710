import type { Tx } from './database.ts'
import type { FunctionConfig } from './function.config.ts'
import type { StoredFunction } from './registry.ts'
import { type Run, runColumns } from './runs.store.ts'
import type { StepState } from './wire.ts'

/** What a call of the app is made from. `done`: the finished steps in the order in which they ended. */
export type ForCall = { run: Run; fn: StoredFunction | undefined; done: { id: string; state: StepState }[] }

type Row = Run & { url: string | null; config: FunctionConfig | null; removed_at: Date | null; done: ForCall['done'] }

/** A run with its function and its finished steps, in one statement and without a lock: most calls need no more. */
export async function readForCall(tx: Tx, runId: string): Promise<ForCall | undefined> {
  const [row] = await tx.query<Row>(
    `select ${runColumns('r')}, f.url, f.config, f.removed_at,
            coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'state', s.state) order by s.done_order)
                        from inngest_engine.step s where s.run_id = r.id and s.done_at is not null), '[]') as done
     from inngest_engine.run r left join inngest_engine.function f on f.id = r.function_id where r.id = $1`,
    [runId],
  )
  if (!row) return undefined
  const { url, config, removed_at, done, ...run } = row
  return { run, fn: url && config ? { id: run.function_id, url, config, removed_at } : undefined, done }
}
