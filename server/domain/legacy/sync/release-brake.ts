import type { Context } from '#server/context.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { runRequested } from '#server/domain/jobs/jobs.events.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { announce } from '#server/outbox.ts'
import type { ReleaseBrakeInput } from '../legacy.schema.ts'

const WALK = 'sweep-legacy'

/**
 * Somebody has looked: what a braked walk missed is really gone. The job looks each of them up once more before it goes.
 * Refused when a younger walk has come to its end: that one knows better.
 */
export async function releaseBrake(ctx: Context, { sweepId }: ReleaseBrakeInput): Promise<{ missing: number }> {
  const { db, actor, now } = ctx
  return db.$transaction(async (tx) => {
    const sweep = await tx.legacySweep.findUnique({ where: { id: sweepId } })
    if (!sweep) throw notFound('This walk')
    if (!sweep.brake || !sweep.endedAt) {
      throw new DomainError('PRECONDITION_FAILED', 'This walk was not stopped: there is nothing to release.')
    }
    const younger = await tx.legacySweep.count({
      where: { stream: sweep.stream, startedAt: { gt: sweep.startedAt }, endedAt: { not: null } },
    })
    if (younger > 0) {
      throw new DomainError('CONFLICT', 'A younger walk has looked since. Decide by what that one found.')
    }
    // Conditional, for two who press at once: the second finds nothing to change.
    const { count } = await tx.legacySweep.updateMany({
      where: { id: sweepId, brake: { not: null }, endedAt: { not: null } },
      data: { brake: null, releasedAt: now(), releasedById: actor.personId },
    })
    if (count === 0) throw new DomainError('CONFLICT', 'Somebody else has just released it.')
    await announce(tx, runRequested({ functionId: WALK, requestedById: actor.personId }))
    await recordDeed(tx, ctx, { action: 'jobRunRequested', target: 'job', targetId: WALK })
    return { missing: sweep.missing }
  })
}
