import type { Context } from '#server/context.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { notFound } from '#server/errors.ts'
import type { ChaseSetting } from './chase.schema.ts'
import { readChaseSetting } from './start-chase.ts'

/** Changes what happens with leads that are given from now on. To write the same twice leaves no row in the audit. */
export async function changeChase(ctx: Context, setting: ChaseSetting): Promise<ChaseSetting> {
  return ctx.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM lead_chase_setting WHERE id = 1 FOR UPDATE`
    const before = await readChaseSetting(tx)
    if (JSON.stringify(before) === JSON.stringify(setting)) return setting
    const { backTo } = setting
    const pond =
      backTo && (await tx.leadPond.findFirst({ where: { id: backTo, removedAt: null }, select: { id: true } }))
    if (backTo && !pond) throw notFound('This pond')
    await tx.leadChaseSetting.update({ where: { id: 1 }, data: { course: setting }, select: { id: true } })
    await recordDeed(tx, ctx, { action: 'chaseChanged', target: 'ruleSet', targetId: 'idle-leads' })
    return setting
  })
}
