import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { countDay } from './differences.store.ts'
import type { DifferenceInput, ExplainInput } from './shadow.schema.ts'
import { CAUSE_WORDS } from './shadow.words.ts'

async function hold(tx: Db, differenceId: string) {
  await tx.$executeRaw`SELECT FROM legacy_shadow_difference WHERE id = ${differenceId}::uuid FOR UPDATE`
  const row = await tx.legacyShadowDifference.findUnique({ where: { id: differenceId } })
  if (!row) throw notFound('This difference')
  return { ...row, dayName: row.day.toISOString().slice(0, 10), label: CAUSE_WORDS[row.cause].label }
}

/** A person says why a difference is all right. It stands for as long as the cause does, and counts for the switch. */
export async function explainDifference(ctx: Context, { differenceId, reason }: ExplainInput) {
  return ctx.db.$transaction(async (tx) => {
    const { dayName, label, explainedAt } = await hold(tx, differenceId)
    if (explainedAt) throw new DomainError('CONFLICT', 'Somebody has explained this one already. Look at it again.')
    await tx.legacyShadowDifference.update({
      where: { id: differenceId },
      data: { explanation: reason, explainedById: ctx.actor.personId, explainedAt: ctx.now() },
      select: { id: true },
    })
    await countDay(tx, dayName)
    await recordDeed(tx, ctx, {
      ...{ action: 'differenceExplained', target: 'difference', targetId: differenceId },
      after: { reason: label },
    })
    return { differenceId }
  })
}

/** Takes the explanation back: it counts as unexplained again. */
export async function reopenDifference(ctx: Context, { differenceId }: DifferenceInput) {
  return ctx.db.$transaction(async (tx) => {
    const { dayName, label, explainedAt } = await hold(tx, differenceId)
    if (!explainedAt) return { differenceId }
    await tx.legacyShadowDifference.update({
      where: { id: differenceId },
      data: { explanation: null, explainedById: null, explainedAt: null },
      select: { id: true },
    })
    await countDay(tx, dayName)
    await recordDeed(tx, ctx, {
      ...{ action: 'differenceReopened', target: 'difference', targetId: differenceId },
      before: { reason: label },
    })
    return { differenceId }
  })
}
