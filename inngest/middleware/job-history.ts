import { type Inngest, Middleware } from 'inngest'
import type { RootDb } from '#server/db.ts'
import * as history from '#server/domain/jobs/history.service.ts'
import { log } from '#server/log.ts'

const PATIENCE_MS = 5_000

/** The jobs' own clock: a history by another one would tell of runs that ended before they began. */
type Clocked = { db: RootDb; now: () => Date }

type Run = { ctx: Middleware.OnMemoizationEndArgs['ctx']; fn: Middleware.OnMemoizationEndArgs['fn'] }

const factsOf = ({ ctx, fn }: Run): history.RunFacts => ({
  runId: ctx.runId,
  functionId: fn.id(),
  attempt: ctx.attempt,
  maxAttempts: ctx.maxAttempts,
  event: ctx.event,
})

/** A step that has begun: when, and what is being done to show it. */
type Begun = { name: string; startedAt: Date; timer: NodeJS.Timeout; shown?: Promise<unknown> }

/** Most steps end sooner, and are written once, when they have: each row wakes every page that looks on. */
const SHOWN_AFTER_MS = 250

const stepOf = ({ ctx, stepInfo }: { ctx: Run['ctx']; stepInfo: { hashedId: string } }) => ({
  runId: ctx.runId,
  hashedId: stepInfo.hashedId,
  attempt: ctx.attempt,
})

/** Writes each run and its steps into our own tables: the same history on every executor. */
export const jobHistory = ({ db, now }: Clocked): Middleware.Class =>
  class JobHistory extends Middleware.BaseMiddleware {
    readonly id = 'palmetto:job-history'
    readonly #begun = new Map<string, Begun>()

    constructor(args: { client: Inngest.Any }) {
      super(args)
    }

    override onMemoizationEnd(args: Middleware.OnMemoizationEndArgs) {
      return keep('touch', args, history.touchRun({ db, at: now() }, factsOf(args)))
    }

    override onStepStart(args: Middleware.OnStepStartArgs) {
      const name = args.stepInfo.options.name ?? args.stepInfo.options.id
      const [startedAt, step] = [now(), stepOf(args)]
      const timer = setTimeout(() => {
        begun.shown = keep('step-start', args, history.startStep({ db, at: startedAt }, step, name))
      }, SHOWN_AFTER_MS)
      const begun: Begun = { name, startedAt, timer: timer.unref() }
      this.#begun.set(step.hashedId, begun)
    }

    /** When it began, once nothing is on its way any more that would say that it runs. */
    async #beginningOf({ stepInfo: { hashedId, options } }: { stepInfo: Middleware.OnStepStartArgs['stepInfo'] }) {
      const begun = this.#begun.get(hashedId)
      this.#begun.delete(hashedId)
      clearTimeout(begun?.timer)
      await begun?.shown
      const wasShown = begun?.shown !== undefined
      return { name: begun?.name ?? options.id, startedAt: begun?.startedAt ?? now(), wasShown }
    }

    override async onStepComplete(args: Middleware.OnStepCompleteArgs) {
      const ended = { ...(await this.#beginningOf(args)), status: 'completed' as const }
      await keep('step-complete', args, history.endStep({ db, at: now() }, stepOf(args), ended))
    }

    override async onStepError(args: Middleware.OnStepErrorArgs) {
      const status = args.isFinalAttempt ? ('failed' as const) : ('retrying' as const)
      const ended = { ...(await this.#beginningOf(args)), status, error: args.error }
      await keep('step-error', args, history.endStep({ db, at: now() }, stepOf(args), ended))
      // Not the end of the run, even on the final attempt: its handler may catch what the step threw.
      await keep('step-alarm', args, history.failRun({ db, at: now() }, factsOf(args), args.error, false))
    }

    override onRunComplete(args: Middleware.OnRunCompleteArgs) {
      return keep('complete', args, history.completeRun({ db, at: now() }, factsOf(args), args.output))
    }

    override onRunError(args: Middleware.OnRunErrorArgs) {
      return keep('error', args, history.failRun({ db, at: now() }, factsOf(args), args.error, args.isFinalAttempt))
    }
  }

/** History must never fail a job, nor hold it up: what can't be written in time is logged and left out. */
async function keep(hook: string, { ctx, fn }: Run, work: Promise<unknown>) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not written within ${PATIENCE_MS} ms`)), PATIENCE_MS)
  })
  try {
    await Promise.race([work, late])
  } catch (error) {
    log.error({ err: error, jobRunId: ctx.runId, functionId: fn.id(), hook }, 'The job history could not be written.')
  } finally {
    clearTimeout(timer)
  }
}
