import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { CutoverFeatureName, CutoverMaster } from '#server/generated/prisma/enums.ts'
import { FEATURE_WORDS, isOneStep } from './cutover.words.ts'

export type SwitchOrder = {
  feature: CutoverFeatureName
  from: CutoverMaster
  to: CutoverMaster
  /** The version that was looked at: whoever decides by an older one is told so. */
  version: number
  why: string
  /** What spoke for it, as it stood; kept for good. */
  evidence: Prisma.InputJsonValue
  /** Who says so. */
  byId: string
}

/**
 * Makes another system the master of a feature, in the caller's transaction. It counts for whoever asks after the commit;
 * waits for those who are writing under the old one. Of two at once the second is refused.
 */
export async function switchMaster(tx: Db, ctx: PublicContext, order: SwitchOrder): Promise<{ version: number }> {
  const { feature, from, to, version, why, evidence, byId } = order
  if (!isOneStep(from, to)) throw new DomainError('BAD_REQUEST', 'A switch goes one step, forth or back.')
  const next = version + 1
  const entry = { feature, version: next, fromMaster: from, toMaster: to, why, evidence }
  // The lock first: the history of two at once would meet in its unique key, as an error without words.
  const held = await tx.cutoverFeature.updateMany({ where: { feature, version, master: from }, data: { master: from } })
  if (held.count === 0) {
    throw new DomainError('CONFLICT', 'Somebody else has just switched it. Look at how it stands now.')
  }
  await tx.cutoverSwitch.create({ data: { ...entry, at: ctx.now(), byId }, select: { id: true } })
  await tx.cutoverFeature.update({ where: { feature }, data: { master: to, version: next }, select: { version: true } })
  const name = FEATURE_WORDS[feature]
  await recordDeed(tx, ctx, {
    actorId: byId,
    ...{ action: 'masterSwitched', target: 'feature', targetId: feature },
    ...{ before: { name, master: from }, after: { name, master: to, reason: why } },
  })
  return { version: next }
}

/** Waits for who is writing under the present master, and lets nobody begin to until this transaction ends. */
export async function lockMaster(tx: Db, feature: CutoverFeatureName): Promise<void> {
  await tx.cutoverFeature.update({ where: { feature }, data: { feature }, select: { version: true } })
}
