import { z } from 'zod'
import type { Core } from './core.ts'
import { isStorable, type Json, parseJson } from './json.ts'
import { lockRun } from './runs.store.ts'
import { recordSteps } from './steps.ts'
import { checkpointSchema } from './wire.ts'

type Answer = { status: number; body: object }
const refuse = (status: number, error: string): Answer => ({ status, body: { error, status } })

/**
 * Keeps the steps that an app has done since it was called, while it goes on with the next: they are not done again should
 * it die. 409 when the call is another executor's by now: the app then stops.
 */
export async function acceptCheckpoint({ database }: Core, runId: string, text: string): Promise<Answer> {
  let given: Json
  try {
    given = parseJson(text)
  } catch {
    return refuse(400, 'The body is not JSON.')
  }
  const parsed = checkpointSchema.safeParse(given)
  if (!parsed.success) return refuse(400, z.prettifyError(parsed.error))
  if (!isStorable(given)) return refuse(400, 'A result holds a NUL character or half of a surrogate pair.')
  const { qi_id: job, steps } = parsed.data
  return database.transaction(async (tx) => {
    const [held] = await tx.query(
      'select 1 from inngest_engine.job where id = $1 and fence = $2 and run_id = $3 for update',
      [job.id, job.fence, runId],
    )
    const run = held && (await lockRun(tx, runId))
    if (!run || run.ended_at) return refuse(409, 'This call is over: another executor has the run, or it has ended.')
    if (steps.length > 0) await recordSteps(tx, run.id, steps)
    return { status: 200, body: { data: { kept: steps.length } } }
  })
}
