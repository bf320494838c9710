import type { Tx } from './database.ts'
import { parseMoment } from './duration.ts'
import { newId } from './events.ts'
import { toRunError } from './json.ts'
import { enqueue } from './queue.ts'
import { findFunction } from './registry.ts'
import { endRun } from './runs.end.ts'
import { scheduleRun } from './runs.schedule.ts'
import { enqueueStep, type Run } from './runs.store.ts'
import { planStep, recordSteps, settleStep } from './steps.ts'
import type { Op, StepState } from './wire.ts'

/** The call that brought the ops: which step was asked for, and how to go on when it failed. */
export type CallInfo = { step: string; attempt: number; mayRetry: boolean; retryAt: Date }

const isResult = (op: Op) => ['StepRun', 'StepError', 'StepFailed', 'RunComplete'].includes(op.op)

/** Does what the app's answer asks for. The run is locked. */
export async function applyOps(tx: Tx, run: Run, ops: Op[], call: CallInfo): Promise<void> {
  if (!run.is_parallel && ops.every(isInRow)) return applyRow(tx, run, ops)
  if (ops.length > 1) {
    run.is_parallel = true
    await tx.query('update inngest_engine.run set is_parallel = true where id = $1', [run.id])
  }
  // All of a group is noted before any of it is settled, so that the run goes on only after the last.
  const fresh: Op[] = []
  for (const op of ops) if (isResult(op) || (await planStep(tx, run.id, op))) fresh.push(op)
  for (const op of fresh) await applyOp(tx, run, op, call)
}

type InRow = Extract<Op, { op: 'StepRun' | 'RunComplete' }>
const isInRow = (op: Op): op is InRow => op.op === 'StepRun' || op.op === 'RunComplete'

/** Steps that were done one after the other, and perhaps the end: most of what apps answer, in few statements. */
async function applyRow(tx: Tx, run: Run, ops: InRow[]): Promise<void> {
  const done = ops.filter((op) => op.op === 'StepRun')
  if (done.length > 0) await recordSteps(tx, run.id, done)
  const end = ops.find((op) => op.op === 'RunComplete')
  if (end) return endRun(tx, run, { status: 'completed', output: end.data ?? null })
  await enqueueStep(tx, run, 'step')
}

async function applyOp(tx: Tx, run: Run, op: Op, call: CallInfo): Promise<void> {
  switch (op.op) {
    case 'StepRun':
      return record(tx, run, op, { data: op.data ?? null })
    case 'StepFailed':
      return record(tx, run, op, { error: toRunError(op.error) })
    case 'StepError': {
      if (!call.mayRetry) return record(tx, run, op, { error: toRunError(op.error) })
      const step = call.step === 'step' ? 'step' : op.id
      return enqueueStep(tx, run, step, { attempt: call.attempt + 1, dueAt: call.retryAt })
    }
    case 'StepPlanned':
      return enqueueStep(tx, run, op.id)
    case 'Sleep':
      return enqueueWake(tx, run, op, parseMoment(op.name, tx.now), { data: null })
    case 'WaitForEvent':
      return waitForEvent(tx, run, op)
    case 'InvokeFunction':
      return invoke(tx, run, op)
    case 'RunComplete':
      return endRun(tx, run, { status: 'completed', output: op.data ?? null })
  }
}

async function record(tx: Tx, run: Run, op: Op, state: StepState) {
  await planStep(tx, run.id, op)
  await settleStep(tx, run, op.id, state)
}

const enqueueWake = (tx: Tx, run: Run, op: Op, dueAt: Date, state: StepState) =>
  enqueue(tx, { task: 'wake', payload: { run: run.id, step: op.id, state }, runId: run.id, dueAt })

async function waitForEvent(tx: Tx, run: Run, op: Op & { op: 'WaitForEvent' }) {
  const expiresAt = parseMoment(op.opts.timeout, tx.now)
  await tx.query(
    `insert into inngest_engine.wait (run_id, kind, step_id, event, expression, expires_at)
     values ($1, 'resume', $2, $3, $4, $5)`,
    [run.id, op.id, op.name, op.opts.if ?? null, expiresAt],
  )
  await enqueueWake(tx, run, op, expiresAt, { data: null })
}

async function invoke(tx: Tx, run: Run, op: Op & { op: 'InvokeFunction' }) {
  const { function_id: id, payload, timeout } = op.opts
  const target = await findFunction(tx, id)
  const fail = (message: string) => settleStep(tx, run, op.id, { error: { name: 'InvokeFailed', message } })
  if (!target || target.removed_at) return fail(`There is no function "${id}".`)
  const event = {
    id: newId(tx.now.getTime()),
    name: 'inngest/function.invoked',
    ts: tx.now.getTime(),
    data: payload?.data ?? {},
  }
  const made = await scheduleRun(tx, target, [event], { parent: { run: run.id, step: op.id } })
  if ('skipped' in made) return fail(`The function "${id}" was not started: ${made.skipped}.`)
  if (!timeout) return
  const error = { name: 'InvokeTimeout', message: `The invoked function "${id}" did not end within ${timeout}.` }
  await enqueueWake(tx, run, op, parseMoment(timeout, tx.now), { error })
}
