import type { Context } from '#server/context.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { explainLead } from '../explain-lead.ts'
import { readFields } from '../read-fields.ts'
import { OLD_SECRET_HOURS, secretOf } from './source-secret.ts'
import { findSource } from './sources.queries.ts'
import type { AddSourceInput, ChangeSourceInput, TryOutInput } from './sources.schema.ts'

/** The secret is told here, and once more when it is changed; it can not be read again. */
export async function addSource(ctx: Context, input: AddSourceInput) {
  const source = { id: newId(), secretVersion: 1 }
  return ctx.db.$transaction(async (tx) => {
    const { count } = await tx.leadSource.createMany({
      data: { ...input, ...source, createdAt: ctx.now() },
      skipDuplicates: true,
    })
    if (count === 0) throw new DomainError('CONFLICT', 'There is a source with this key. Choose another one.')
    const after = { name: input.name }
    await recordDeed(tx, ctx, { action: 'leadSourceAdded', target: 'leadSource', targetId: source.id, after })
    return { id: source.id, key: input.key, secret: input.door === 'webhook' ? secretOf(source) : null }
  })
}

/** Changes everything but its key and its door: those stand in other people's programs. */
export async function changeSource(ctx: Context, { sourceId, ...input }: ChangeSourceInput) {
  const before = await findSource(ctx.db, sourceId)
  const about = { target: 'leadSource' as const, targetId: sourceId }
  return ctx.db.$transaction(async (tx) => {
    await tx.leadSource.update({ where: { id: sourceId }, data: input, select: { id: true } })
    await recordDeed(tx, ctx, {
      ...{ ...about, action: 'leadSourceChanged', before: { name: before.name }, after: { name: input.name } },
    })
    if (before.trustsNamedAgent !== input.trustsNamedAgent) {
      const action = input.trustsNamedAgent ? 'leadSourceTrusted' : 'leadSourceDoubted'
      await recordDeed(tx, ctx, { ...about, action })
    }
    return { id: sourceId }
  })
}

/** Shuts a door, or opens it again. Said twice, it is said once. */
export async function setActive(ctx: Context, { sourceId, active }: { sourceId: string; active: boolean }) {
  await findSource(ctx.db, sourceId)
  return ctx.db.$transaction(async (tx) => {
    const { count } = await tx.leadSource.updateMany({
      where: { id: sourceId, isActive: !active },
      data: { isActive: active },
    })
    const action = active ? 'leadSourceResumed' : 'leadSourcePaused'
    if (count === 1) await recordDeed(tx, ctx, { action, target: 'leadSource', targetId: sourceId })
    return { id: sourceId, active }
  })
}

/** A new secret. The old one is good for a day more, so that nothing is lost while the other side changes it. */
export async function changeSecret(ctx: Context, { sourceId }: { sourceId: string }) {
  const found = await findSource(ctx.db, sourceId)
  if (found.door !== 'webhook') throw new DomainError('PRECONDITION_FAILED', 'Only a webhook has a secret.')
  const oldSecretUntil = new Date(ctx.now().getTime() + OLD_SECRET_HOURS * 3_600_000)
  return ctx.db.$transaction(async (tx) => {
    const source = await tx.leadSource.update({
      where: { id: sourceId },
      data: { secretVersion: { increment: 1 }, oldSecretUntil },
    })
    await recordDeed(tx, ctx, { action: 'leadSecretChanged', target: 'leadSource', targetId: sourceId })
    return { id: sourceId, secret: secretOf(source), oldSecretUntil }
  })
}

/** What would become of a lead with these fields if this source sent it now. Writes nothing. */
export async function tryOut({ db, now }: Context, { sourceId, fields }: TryOutInput) {
  const source = await findSource(db, sourceId)
  const { draft, problems, doubts } = readFields(fields)
  if (!draft) return { problems, doubts, explained: null }
  const order = { draft, source, door: source.door, at: now(), forStranger: false }
  return { problems, doubts, explained: await explainLead(db, order) }
}
