import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { takeTurn } from '../checking/look.ts'
import { pickIssues } from '../pick-issues.ts'
import type { RepairInput, UndoInput } from '../quality.schema.ts'
import { ruleOf } from '../rules/rules.ts'
import { repairOf } from './repairs.ts'

export type Repaired = { batchId: string; repaired: number; left: number; hasMore: boolean }
export type Undone = { undone: number; refused: number }

/**
 * Repairs issues of one rule, through the subjects that own the records. What was there is kept beside what was made of
 * it. Records that changed meanwhile, or for which there is no safe way, are left: `left` says how many.
 */
export async function repairIssues(ctx: Context, { ruleKey, which, requestKey }: RepairInput): Promise<Repaired> {
  const { db, actor, now } = ctx
  const [rule, repair] = [ruleOf(ruleKey), repairOf(ruleKey)]
  if (!rule || !repair)
    throw new DomainError('PRECONDITION_FAILED', 'There is no safe repair for this. It needs a person.')
  return db.$transaction(async (tx) => {
    await takeTurn(tx, ruleKey)
    const before = await tx.qualityRepair.count({ where: { batchId: requestKey } })
    // A reply that was lost on the way is asked for again: the work is done, and only told.
    if (before > 0) return { batchId: requestKey, repaired: before, left: 0, hasMore: false }
    const at = now()
    const { picked, hasMore } = await pickIssues(tx, ruleKey, which, at)
    const changes = await repair.plan(
      tx,
      picked.map(({ recordId }) => recordId),
      at,
    )
    const done = await repair.apply(tx, changes, at)
    const issueOf = new Map(picked.map(({ id, recordId }) => [recordId, id]))
    const rows = changes.flatMap(({ recordId, before: was, after }) => {
      const issueId = issueOf.get(recordId)
      if (!done.has(recordId) || !issueId) return []
      const kept = { before: was, after, repairedAt: at, repairedById: actor.personId }
      return [{ batchId: requestKey, ruleKey, issueId, recordId, ...kept }]
    })
    await tx.qualityRepair.createMany({ data: rows })
    await tx.qualityIssue.updateMany({
      where: { id: { in: rows.map(({ issueId }) => issueId) } },
      data: { closedAt: at, closedBecause: 'repaired' },
    })
    if (rows.length > 0) await noteDeed(tx, ctx, 'qualityRepaired', ruleKey, rows.length)
    return { batchId: requestKey, repaired: rows.length, left: picked.length - rows.length, hasMore }
  })
}

/**
 * Takes a repair back: each record gets exactly what it had, if it still has what the repair made of it. Where somebody
 * changed it since, their word stands, and the journal says so.
 */
export async function undoRepairs(ctx: Context, { batchId }: UndoInput): Promise<Undone> {
  const { db, actor, now } = ctx
  const known = await db.qualityRepair.findFirst({ where: { batchId }, select: { ruleKey: true } })
  const repair = known && repairOf(known.ruleKey)
  if (!repair) throw notFound('This repair')
  return db.$transaction(async (tx) => {
    await takeTurn(tx, repair.ruleKey)
    const rows = await tx.qualityRepair.findMany({ where: { batchId, undoneAt: null }, orderBy: { id: 'asc' } })
    const at = now()
    const back = await repair.undo(tx, rows, at)
    const undone = rows.filter(({ recordId }) => back.has(recordId))
    const refused = rows.filter(({ recordId }) => !back.has(recordId))
    const idsOf = (some: typeof rows) => ({ id: { in: some.map(({ id }) => id) } })
    await tx.qualityRepair.updateMany({
      where: idsOf(undone),
      data: { undoneAt: at, undoneById: actor.personId, refusedAt: null },
    })
    await tx.qualityRepair.updateMany({ where: idsOf(refused), data: { refusedAt: at } })
    await reopen(
      tx,
      undone.map(({ issueId }) => issueId),
      at,
    )
    if (undone.length > 0) await noteDeed(tx, ctx, 'qualityUndone', repair.ruleKey, undone.length)
    return { undone: undone.length, refused: refused.length }
  })
}

/** Open as they were, but for those that a look has found once more meanwhile. */
const reopen = (tx: Db, issueIds: readonly string[], at: Date) => tx.$executeRaw`
  UPDATE quality_issue i SET closed_at = NULL, closed_because = NULL, last_seen_at = greatest(last_seen_at, ${at}::timestamptz)
   WHERE i.id = ANY(${[...issueIds]}::uuid[]) AND i.closed_because = 'repaired'
     AND NOT EXISTS (SELECT FROM quality_issue o
                      WHERE o.rule_key = i.rule_key AND o.record_id = i.record_id AND o.closed_at IS NULL)`

const noteDeed = (
  tx: Db,
  ctx: Context,
  action: 'qualityRepaired' | 'qualityUndone',
  ruleKey: string,
  records: number,
) =>
  recordDeed(tx, ctx, {
    ...{ action, target: 'rule', targetId: ruleKey },
    after: { name: ruleOf(ruleKey)?.name ?? ruleKey, records },
  })
