import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { rulesSchema } from '../rules.schema.ts'
import { holdDraft } from './draft.service.ts'
import { refuseUnknown } from './references.ts'

const called = (version: number) => `version ${version}`

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

/** Takes the rules in force out of it, and says which version comes next. Of two who publish at once the second waits. */
async function retirePublished(tx: Db, at: Date): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM routing_rule_set WHERE state = 'published' FOR UPDATE`
  await tx.routingRuleSet.updateMany({ where: { state: 'published' }, data: { state: 'retired', retiredAt: at } })
  const { _max } = await tx.routingRuleSet.aggregate({ _max: { version: true } })
  return (_max.version ?? 0) + 1
}

/** Puts the draft into force: proposed by somebody else, and tried as it stands. The next lead is decided by it. */
export async function publishRules(ctx: Context, { revision }: { revision: number }): Promise<{ version: number }> {
  const { db, actor, now } = ctx
  const at = now()
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
    const version = await retirePublished(tx, at)
    await tx.routingRuleSet.update({
      where: { id },
      data: { state: 'published', version, publishedById: actor.personId, publishedAt: at },
      select: { id: true },
    })
    const after = { name: called(version), records: rules.rules.length }
    await recordDeed(tx, ctx, { action: 'rulesPublished', target: 'ruleSet', targetId: id, after })
    return { version }
  })
}

/** Puts earlier rules back into force, at once and alone: two people have published them before. The draft stays. */
export async function rollBackRules(ctx: Context, { version: to, why }: { version: number; why: string }) {
  const { db, actor, now } = ctx
  const at = now()
  return db.$transaction(async (tx) => {
    const version = await retirePublished(tx, at)
    const earlier = await tx.routingRuleSet.findUnique({ where: { version: to } })
    if (!earlier) throw notFound('This version')
    if (to === version - 1) throw new DomainError('PRECONDITION_FAILED', 'These rules are in force already.')
    const rules = rulesSchema.parse(earlier.rules)
    await refuseUnknown(tx, rules)
    const id = newId()
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
