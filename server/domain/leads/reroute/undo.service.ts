import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { LeadReroute } from '#server/generated/prisma/client.ts'
import { giveBackOne } from './give-back-one.ts'
import type { UndoInput } from './reroute.schema.ts'
import { PATIENCE_MS, requireGiver } from './reroute.service.ts'
import { keptInWords } from './undo.words.ts'

/** Later than that people have made their plans. */
const UNDO_MS = 3_600_000

/** What was done in one go, by the actor or, for those who see the firm, by anybody; one of two who undo it waits. */
async function lockBatch(tx: Db, { actor, now }: Context, { batchId }: UndoInput): Promise<LeadReroute[]> {
  await tx.$queryRaw`SELECT 1 FROM lead_reroute WHERE batch_id = ${batchId}::uuid ORDER BY inquiry_id FOR UPDATE`
  const rows = await tx.leadReroute.findMany({
    where: { batchId, ...(seesWholeFirm(actor) ? {} : { byId: actor.personId }) },
    orderBy: { inquiryId: 'asc' },
  })
  const [first] = rows
  if (!first) throw notFound('What was given anew')
  if (now().getTime() - first.doneAt.getTime() > UNDO_MS) {
    throw new DomainError('PRECONDITION_FAILED', 'That was more than an hour ago. Give them to somebody by hand.')
  }
  return rows
}

async function recordBack(tx: Db, ctx: Context, { inquiryId, fromAgentId, fromPondId }: LeadReroute): Promise<void> {
  const target = { target: 'inquiry', targetId: inquiryId } as const
  if (fromAgentId) {
    await recordDeed(tx, ctx, { action: 'leadGiven', ...target, after: { successorId: fromAgentId } })
  } else if (fromPondId) {
    const { name } = await tx.leadPond.findUniqueOrThrow({ where: { id: fromPondId }, select: { name: true } })
    await recordDeed(tx, ctx, { action: 'leadPonded', ...target, after: { name } })
  }
}

/**
 * Gives leads that were given anew back to whoever had them, as long as nobody has answered. The others stay, and
 * are named with the reason. Undone twice, it is done once.
 */
export async function undoReroute(ctx: Context, input: UndoInput) {
  requireGiver(ctx)
  const at = ctx.now()
  return ctx.db.$transaction(
    async (tx) => {
      const rows = await lockBatch(tx, ctx, input)
      const kept: { inquiryId: string; why: string }[] = []
      for (const row of rows.filter(({ undoneAt }) => undoneAt === null)) {
        const { batchId, inquiryId } = row
        const obstacle = await giveBackOne(tx, { row, at })
        if (obstacle) {
          kept.push({ inquiryId, why: keptInWords(obstacle) })
          continue
        }
        await tx.leadReroute.update({
          where: { batchId_inquiryId: { batchId, inquiryId } },
          data: { undoneAt: at },
          select: { batchId: true },
        })
        await recordBack(tx, ctx, row)
      }
      const leads = await tx.inquiry.findMany({
        where: { id: { in: kept.map(({ inquiryId }) => inquiryId) } },
        select: { id: true, fullName: true },
      })
      const nameOf = new Map(leads.map(({ id, fullName }) => [id, fullName]))
      return {
        back: rows.length - kept.length,
        kept: kept.map((each) => ({ ...each, fullName: nameOf.get(each.inquiryId) ?? 'Somebody' })),
      }
    },
    { timeout: PATIENCE_MS },
  )
}
