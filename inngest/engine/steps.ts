import type { Tx } from './database.ts'
import { enqueueStep, lockRun, type Run } from './runs.store.ts'
import type { Op, StepState } from './wire.ts'

/** Notes a step that the app has found; false when it is known already. */
export async function planStep(tx: Tx, runId: string, op: Op): Promise<boolean> {
  const planned = await tx.query(
    `insert into inngest_engine.step (run_id, id, op, name, is_race, planned_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (run_id, id) do nothing returning id`,
    [runId, op.id, op.op, op.displayName ?? op.name ?? op.id, op.opts?.parallelMode === 'race', tx.now],
  )
  return planned.length > 0
}

/** Gives a step its result, the first one only; false when it has one. */
async function finishStep(tx: Tx, runId: string, stepId: string, state: StepState) {
  const [step] = await tx.query<{ is_race: boolean }>(
    `update inngest_engine.step set state = $3, done_at = $4, done_order = nextval('inngest_engine.step_done_order')
     where run_id = $1 and id = $2 and done_at is null returning is_race`,
    [runId, stepId, JSON.stringify(state), tx.now],
  )
  await tx.query('delete from inngest_engine.wait where run_id = $1 and step_id = $2', [runId, stepId])
  return step
}

type StepRun = Extract<Op, { op: 'StepRun' }>

/** Writes down what steps have given that were done one after the other; a result that is there already stays. */
export async function recordSteps(tx: Tx, runId: string, steps: readonly StepRun[]): Promise<void> {
  const rows = steps.map(({ id, name, displayName, data }) => ({
    ...{ id, name: displayName ?? name ?? id, state: { data: data ?? null } },
  }))
  await tx.query(
    `insert into inngest_engine.step as s (run_id, id, op, name, planned_at, state, done_at, done_order)
     select $1, id, 'StepRun', name, $2, state, $2, nextval('inngest_engine.step_done_order') from (
       select * from rows from (jsonb_to_recordset($3) as (id text, name text, state jsonb))
         with ordinality as g(id, name, state, position) order by position) as given
     on conflict (run_id, id) do update
       set state = excluded.state, done_at = excluded.done_at, done_order = excluded.done_order where s.done_at is null`,
    [runId, tx.now, JSON.stringify(rows)],
  )
}

/** Ends a step from outside the app (time, event, invoked run) and lets the run go on. */
export async function resumeStep(tx: Tx, runId: string, stepId: string, state: StepState): Promise<void> {
  const run = await lockRun(tx, runId)
  if (run && !run.ended_at) await settleStep(tx, run, stepId, state)
}

/** Ends a step of a locked run and asks the app what comes next. */
export async function settleStep(tx: Tx, run: Run, stepId: string, state: StepState): Promise<void> {
  const step = await finishStep(tx, run.id, stepId, state)
  if (!step) return
  const [pending] = await tx.query<{ steps: number; calls: number }>(
    `select (select count(*)::int from inngest_engine.step where run_id = $1 and done_at is null) as steps,
            (select count(*)::int from inngest_engine.job where run_id = $1 and task = 'step') as calls`,
    [run.id],
  )
  const open = pending?.steps ?? 0
  // Of a parallel group the SDK wants to hear when all of it is done, unless it races or asks for each.
  if (open > 0 && run.request_version >= 2 && !step.is_race) return
  if (open === 0 && pending?.calls === 0) {
    await tx.query('update inngest_engine.run set is_parallel = false where id = $1', [run.id])
  }
  await enqueueStep(tx, run, 'step')
}
