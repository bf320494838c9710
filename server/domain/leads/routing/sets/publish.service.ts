import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { rulesSchema } from '../rules.schema.ts'
import { holdDraft } from './draft.service.ts'
import { sayEffect } from './effect.words.ts'
import { refuseUnknown } from './references.ts'
import { called, holdInForce, nextVersion, readEffect, refuseWhileScheduled, retire } from './schedule.service.ts'

/** Says that the draft is to be in force. Somebody else publishes it. */
export async function proposeRules(ctx: Context, { revision }: { revision: number }): Promise<{ digest: string }> {
  const { db, actor, now } = ctx
  return db.$transaction(async (tx) => {
    const { id, rules, digest } = await holdDraft(tx, revision)
    await refuseUnknown(tx, rules)
    const proposed = { proposedById: actor.personId, proposedAt: now() }
    await tx.routingRuleSet.update({ where: { id }, data: proposed, select: { id: true } })
    const after = { name: 'a draft', records: rules.rules.length }
    await recordDeed(tx, ctx, { action: 'rulesProposed', target: 'ruleSet', targetId: id, after })
    return { digest }
  })
}

/** Whether exactly these rules were tried on the leads of the last months, and the trial came to its end. */
export const wereTried = async (db: Db, digest: string): Promise<boolean> =>
  (await db.windTunnelRun.count({ where: { digest, state: 'done' } })) > 0

/** Puts the draft into force, at once or from a time on: proposed by somebody else, and tried as it stands. */
export async function publishRules(
  ctx: Context,
  { revision, from }: { revision: number; from: string | null },
): Promise<{ version: number; takesEffect: string | null }> {
  const { db, actor, now } = ctx
  const at = now()
  const effectiveFrom = from === null ? null : readEffect(from, at)
  return db.$transaction(async (tx) => {
    const { id, rules, digest, proposedById } = await holdDraft(tx, revision)
    if (!proposedById) throw new DomainError('PRECONDITION_FAILED', 'Nobody has proposed this draft yet.')
    if (proposedById === actor.personId) {
      throw new DomainError('FORBIDDEN', 'You have proposed it: somebody else has to publish it.')
    }
    if (!(await wereTried(tx, digest))) {
      throw new DomainError(
        'PRECONDITION_FAILED',
        'Try this draft in the wind tunnel first: it was not tried as it stands.',
      )
    }
    await refuseUnknown(tx, rules)
    const standing = await holdInForce(tx, at)
    await refuseWhileScheduled(tx, at)
    if (!effectiveFrom) await retire(tx, standing.id, at)
    const version = await nextVersion(tx)
    const state = effectiveFrom ? ('scheduled' as const) : ('published' as const)
    await tx.routingRuleSet.update({
      where: { id },
      data: { state, version, effectiveFrom, publishedById: actor.personId, publishedAt: at },
      select: { id: true },
    })
    const action = effectiveFrom ? 'rulesScheduled' : 'rulesPublished'
    const after = { name: called(version), records: rules.rules.length }
    await recordDeed(tx, ctx, { action, target: 'ruleSet', targetId: id, after })
    return { version, takesEffect: effectiveFrom && sayEffect(effectiveFrom, at) }
  })
}

/**
 * Puts earlier rules back into force, at once and alone: two people have published them before. The draft stays; what
 * was to take effect later does not, or it would undo the way back in its own time.
 */
export async function rollBackRules(ctx: Context, { version: to, why }: { version: number; why: string }) {
  const { db, actor, now } = ctx
  const at = now()
  return db.$transaction(async (tx) => {
    const standing = await holdInForce(tx, at)
    const earlier = await tx.routingRuleSet.findFirst({ where: { version: to, state: 'retired' } })
    if (to === standing.version) throw new DomainError('PRECONDITION_FAILED', 'These rules are in force already.')
    if (!earlier) throw notFound('This version')
    const rules = rulesSchema.parse(earlier.rules)
    await refuseUnknown(tx, rules)
    await tx.routingRuleSet.updateMany({ where: { state: 'scheduled' }, data: { state: 'retired', retiredAt: at } })
    await retire(tx, standing.id, at)
    const [id, version] = [newId(), await nextVersion(tx)]
    const by = {
      createdById: actor.personId,
      createdAt: at,
      editedAt: at,
      publishedById: actor.personId,
      publishedAt: at,
    }
    await tx.routingRuleSet.create({
      data: { ...{ id, version, state: 'published', rules, digest: earlier.digest, rolledBackTo: to }, ...by },
      select: { id: true },
    })
    const after = { name: `${called(to)} as ${called(version)}`, reason: why }
    await recordDeed(tx, ctx, { action: 'rulesRolledBack', target: 'ruleSet', targetId: id, after })
    return { version }
  })
}
