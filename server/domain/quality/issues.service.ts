import type { Context } from '#server/context.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { pickIssues } from './pick-issues.ts'
import type { AssignInput, MuteInput, UnmuteInput } from './quality.schema.ts'
import type { Rule } from './rules/rule.ts'
import { ruleOf } from './rules/rules.ts'

function requireRule(ruleKey: string): Rule {
  const rule = ruleOf(ruleKey)
  if (!rule) throw notFound('This rule')
  return rule
}

/** Whoever may open the page, and so can do something about it. */
const mayBeAssigned: Prisma.PersonWhereInput = { removedAt: null, role: { in: ['owner', 'admin'] } }

/** Gives issues to somebody, or to nobody again. */
export async function assignIssues(
  ctx: Context,
  { ruleKey, which, personId }: AssignInput,
): Promise<{ assigned: number }> {
  const { db, now } = ctx
  const rule = requireRule(ruleKey)
  return db.$transaction(async (tx) => {
    if (personId && (await tx.person.count({ where: { AND: [mayBeAssigned, { id: personId }] } })) === 0) {
      throw new DomainError('PRECONDITION_FAILED', 'Choose somebody who may open this page: an owner or an admin.')
    }
    const { picked } = await pickIssues(tx, ruleKey, which, now())
    const theirs = personId
      ? { OR: [{ assigneeId: null }, { assigneeId: { not: personId } }] }
      : { assigneeId: { not: null } }
    const { count } = await tx.qualityIssue.updateMany({
      where: { id: { in: picked.map(({ id }) => id) }, ...theirs },
      data: { assigneeId: personId, assignedAt: personId ? now() : null },
    })
    if (count > 0) {
      const after = { name: rule.name, records: count, successorId: personId }
      await recordDeed(tx, ctx, { action: 'qualityAssigned', target: 'rule', targetId: ruleKey, after })
    }
    return { assigned: count }
  })
}

/** Wants to hear no more of some records of a rule, or of the whole rule, until a day or for ever. */
export async function muteIssues(ctx: Context, { ruleKey, ids, reason, until }: MuteInput): Promise<{ muted: number }> {
  const { db, actor, now } = ctx
  const rule = requireRule(ruleKey)
  const at = now()
  if (until && until <= at) throw new DomainError('BAD_REQUEST', 'Choose a day to come.')
  return db.$transaction(async (tx) => {
    const picked = ids ? (await pickIssues(tx, ruleKey, { ids }, at)).picked.map(({ recordId }) => recordId) : [null]
    if (picked.length === 0) throw notFound('This issue')
    await tx.$executeRaw`
      INSERT INTO quality_mute (rule_key, record_id, reason, until, muted_at, muted_by_id)
      SELECT ${ruleKey}, record_id, ${reason}, ${until}::timestamptz, ${at}::timestamptz, ${actor.personId}::uuid
        FROM unnest(${picked}::text[]) AS r(record_id)
      ON CONFLICT (rule_key, coalesce(record_id, '')) DO UPDATE SET
        reason = excluded.reason, until = excluded.until, muted_at = excluded.muted_at, muted_by_id = excluded.muted_by_id`
    const after = { name: rule.name, ...(ids ? { records: picked.length } : {}) }
    await recordDeed(tx, ctx, { action: 'qualityMuted', target: 'rule', targetId: ruleKey, after })
    return { muted: picked.length }
  })
}

export async function unmuteIssues(ctx: Context, { muteId }: UnmuteInput): Promise<{ ruleKey: string }> {
  return ctx.db.$transaction(async (tx) => {
    const mute = await tx.qualityMute.findUnique({ where: { id: muteId } })
    if (!mute) throw notFound('What was muted')
    await tx.qualityMute.deleteMany({ where: { id: muteId } })
    const { ruleKey } = mute
    const after = { name: ruleOf(ruleKey)?.name ?? ruleKey }
    await recordDeed(tx, ctx, { action: 'qualityUnmuted', target: 'rule', targetId: ruleKey, after })
    return { ruleKey }
  })
}

/** Whom an issue can be given to. */
export const listAssignees = ({ db }: Context) =>
  db.person.findMany({
    where: mayBeAssigned,
    select: { id: true, fullName: true },
    orderBy: [{ fullName: 'asc' }, { id: 'asc' }],
    take: 200,
  })
