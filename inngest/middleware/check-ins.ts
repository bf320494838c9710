import { Middleware } from 'inngest'
import { checkInRun } from '#server/adapters/sentry/sentry.ts'
import { isFireDrill } from '#server/domain/jobs/drill/drill.ts'
import { scheduleOf } from '#server/domain/jobs/schedules.ts'

const TICK = 'inngest/scheduled.timer'

/**
 * Tells Sentry's watch of each tick that ended: a watch outside of the house, which misses the next one when all of
 * ours is down. One message a run: pairs of begin and end arrive in any order when a job takes milliseconds.
 */
export class CheckIns extends Middleware.BaseMiddleware {
  readonly id = 'palmetto:check-ins'

  override onRunComplete({ ctx, fn, output }: Middleware.OnRunCompleteArgs) {
    const isBad = typeof output === 'object' && output !== null && 'outcome' in output && output.outcome === 'bad'
    checkIn(fn.id(), ctx.event.name, !isBad)
  }

  override onRunError({ ctx, fn, error, isFinalAttempt }: Middleware.OnRunErrorArgs) {
    // A drill is a failure that went well: Sentry's own watch must not take it for trouble.
    if (isFinalAttempt) checkIn(fn.id(), ctx.event.name, isFireDrill(fn.id(), error))
  }
}

function checkIn(functionId: string, trigger: string, ok: boolean) {
  const schedule = scheduleOf(functionId)
  if (schedule && trigger === TICK) checkInRun(schedule, ok)
}
