import type { Context } from '#server/context.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { announce } from '#server/outbox.ts'
import { rulesSchema } from '../routing/rules.schema.ts'
import { windTunnelAsked } from './tunnel.events.ts'
import { TUNNEL_DAYS } from './tunnel.words.ts'

const DAY_MS = 86_400_000

/** Asks for the draft to be tried on the leads of the last 90 days. Asked twice at once, it is tried once. */
export async function askForRun({ db, actor, now }: Context): Promise<{ runId: string }> {
  return db.$transaction(async (tx) => {
    const draft = await tx.routingRuleSet.findFirst({
      where: { state: 'draft' },
      select: { rules: true, digest: true },
    })
    if (!draft) throw new DomainError('PRECONDITION_FAILED', 'There is no draft to try. Change a rule first.')
    const { digest } = draft
    const toAt = now()
    const id = newId()
    const { count } = await tx.windTunnelRun.createMany({
      data: [
        {
          ...{ id, digest, draft: rulesSchema.parse(draft.rules), askedById: actor.personId, askedAt: toAt },
          ...{ fromAt: new Date(toAt.getTime() - TUNNEL_DAYS * DAY_MS), toAt },
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0) {
      const running = await tx.windTunnelRun.findFirst({
        where: { digest, state: { in: ['asked', 'running'] } },
        select: { id: true },
      })
      if (!running) throw new DomainError('CONFLICT', 'A run has just ended. Look at it, or ask again.')
      return { runId: running.id }
    }
    await announce(tx, windTunnelAsked({ runId: id }))
    return { runId: id }
  })
}

/** Stops a run that somebody no longer waits for; what it has found so far is not kept. */
export async function stopRun({ db, now }: Context, { runId }: { runId: string }): Promise<{ runId: string }> {
  const { count } = await db.windTunnelRun.updateMany({
    where: { id: runId, state: { in: ['asked', 'running'] } },
    data: { state: 'failed', trouble: 'Stopped by hand.', finishedAt: now() },
  })
  if (count === 0 && !(await db.windTunnelRun.findUnique({ where: { id: runId }, select: { id: true } }))) {
    throw notFound('This run')
  }
  return { runId }
}
