import canonicalize from 'canonicalize'
import { z } from 'zod'
import { parseMoment, parseRetryAfter } from './duration.ts'
import type { Reply } from './http.client.ts'
import { isStorable, type Json, type JsonObject, parseJson, type RunError, toRunError, toStorable } from './json.ts'

const named = { id: z.string().min(1), name: z.string().nullish(), displayName: z.string().nullish() }
const common = { ...named, opts: z.looseObject({ parallelMode: z.string().optional() }).nullish() }

const opSchema = z.discriminatedUnion('op', [
  z.looseObject({ ...common, op: z.literal('StepRun'), data: z.json().nullish() }),
  z.looseObject({ ...common, op: z.literal('StepError'), error: z.json().nullish() }),
  z.looseObject({ ...common, op: z.literal('StepFailed'), error: z.json().nullish() }),
  z.looseObject({ ...common, op: z.literal('StepPlanned') }),
  z.looseObject({ ...common, op: z.literal('Sleep'), name: z.string() }),
  z.looseObject({
    ...named,
    op: z.literal('WaitForEvent'),
    name: z.string().min(1),
    opts: z.looseObject({ timeout: z.string(), if: z.string().optional(), parallelMode: z.string().optional() }),
  }),
  z.looseObject({
    ...named,
    op: z.literal('InvokeFunction'),
    opts: z.looseObject({
      function_id: z.string().min(1),
      payload: z.looseObject({ data: z.record(z.string(), z.json()).nullish() }).optional(),
      timeout: z.string().optional(),
      parallelMode: z.string().optional(),
    }),
  }),
  z.looseObject({ ...named, op: z.literal('RunComplete'), opts: z.undefined().optional(), data: z.json().nullish() }),
])

export type Op = z.infer<typeof opSchema>

/** What an app has done since it was called: the job it was called for, and the steps, one after the other. */
export const checkpointSchema = z.looseObject({
  qi_id: z
    .string()
    .regex(/^\d{1,18}:\d{1,9}$/)
    .transform((text) => {
      const [id = '', fence = ''] = text.split(':')
      return { id, fence: Number(fence) }
    }),
  steps: z.array(z.looseObject({ ...common, op: z.literal('StepRun'), data: z.json().nullish() })),
})

/** What an app's answer means. */
export type Answer =
  | { kind: 'completed'; output: Json }
  | { kind: 'ops'; ops: Op[]; version: number; isFinal: boolean; retryAt?: Date }
  | { kind: 'failed'; error: RunError; isFinal: boolean; retryAt?: Date }

const refused = (name: string, message: string): Answer => ({ kind: 'failed', error: { name, message }, isFinal: true })

/** Reads an answer of the SDK. Whatever it does not know ends the run with an error that names it. */
export function readAnswer(reply: Reply, now: Date): Answer {
  const { status, headers } = reply
  if (!headers['x-inngest-sdk']) {
    const message = `The answer (HTTP ${status}) did not come from an Inngest SDK.`
    return { kind: 'failed', error: { name: 'NotAnSdk', message }, isFinal: false }
  }
  const retryAt = parseRetryAfter(headers['retry-after'], now)
  let body: Json
  try {
    body = parseJson(reply.text || 'null')
  } catch {
    const message = `HTTP ${status}: ${reply.text.slice(0, 500)}`
    return { kind: 'failed', error: { name: 'NotJson', message }, isFinal: false, retryAt }
  }
  const isFinal = headers['x-inngest-no-retry'] === 'true'
  const kept = toStorable(body)
  const notStorable = () => refused('NotStorable', 'The result holds a NUL character or half of a surrogate pair.')
  if (status === 200) return isStorable(body) ? { kind: 'completed', output: body } : notStorable()
  if (status !== 206) {
    return { kind: 'failed', error: toRunError(kept, `HTTP ${status}`), isFinal: isFinal || status === 400, retryAt }
  }
  const ops = z.array(opSchema).min(1).safeParse([kept].flat())
  if (!ops.success) {
    const names = [body].flat().map((op) => (op && typeof op === 'object' && !Array.isArray(op) ? op.op : op))
    return refused('UnsupportedStep', `The executor cannot do ${JSON.stringify(names)}: ${z.prettifyError(ops.error)}`)
  }
  if (ops.data.some(({ op }) => op === 'StepRun') && !isStorable(body)) return notStorable()
  try {
    checkMoments(ops.data, now)
  } catch (error) {
    return refused('UnsupportedStep', error instanceof Error ? error.message : String(error))
  }
  return { kind: 'ops', ops: ops.data, version: Number(headers['x-inngest-req-version'] ?? 2), isFinal, retryAt }
}

function checkMoments(ops: Op[], now: Date) {
  for (const op of ops) {
    if (op.op === 'Sleep') parseMoment(op.name, now)
    if (op.op === 'WaitForEvent') parseMoment(op.opts.timeout, now)
    if (op.op === 'InvokeFunction' && op.opts.timeout) parseMoment(op.opts.timeout, now)
  }
}

/** The state of a finished step: exactly one of its data and its error. */
export type StepState = { data: Json } | { error: RunError }

type Request = {
  /** What the app names when it reports steps while the call goes on. */
  job: { id: string; fence: number }
  runId: string
  functionId: string
  events: JsonObject[]
  done: { id: string; state: StepState }[]
  version: number
  attempt: number
  maxAttempts: number
  isParallel: boolean
}

/** The body that asks the app for a run's next step, as canonical JSON: that is what gets signed. */
export function writeRequest(run: Request): string {
  const body = canonicalize({
    event: run.events[0],
    events: run.events,
    steps: Object.fromEntries(run.done.map(({ id, state }) => [id, state])),
    version: run.version,
    use_api: false,
    ctx: {
      run_id: run.runId,
      // With both the SDK may report steps while the call goes on, and go on with the next.
      fn_id: run.functionId,
      qi_id: `${run.job.id}:${run.job.fence}`,
      attempt: run.attempt,
      max_attempts: run.maxAttempts,
      disable_immediate_execution: run.isParallel,
      use_api: false,
      stack: { stack: run.done.map(({ id }) => id), current: run.done.length },
    },
  })
  if (body === undefined) throw new Error(`The state of run ${run.runId} is not JSON.`)
  return body
}
