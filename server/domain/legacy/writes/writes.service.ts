import type { Context } from '#server/context.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { announce } from '#server/outbox.ts'
import { kindFor } from './own-kinds.ts'
import { raiseWrites } from './queue.store.ts'
import { writesQueued } from './writes.events.ts'
import type { ConflictInput, RetryInput } from './writes.schema.ts'

/** What waits is due now, one record or all of them. */
export async function retryWrites({ db, now }: Context, { record }: RetryInput) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.legacyWrite.updateMany({
      where: { state: 'queued', ...record },
      data: { notBefore: now(), attempts: 0 },
    })
    if (count > 0) await announce(tx, writesQueued())
    return { asked: count }
  })
}

/** Decides a conflict the other way: the field becomes, in both systems, what the side said that did not stand. */
export async function takeOtherSide({ db, actor, now }: Context, { conflictId }: ConflictInput) {
  return db.$transaction(async (tx) => {
    const conflict = await tx.legacyConflict.findUnique({ where: { id: conflictId } })
    if (!conflict) throw notFound('This conflict')
    const { stream, targetId, sourceId, field, taken, rule, ours, theirs } = conflict
    const kind = kindFor(stream)
    if (!kind || rule === 'stopped') {
      throw new DomainError(
        'PRECONDITION_FAILED',
        'Somebody here stopped its mails: switch the alert on where it stands.',
      )
    }
    const later = await tx.legacyConflict.count({ where: { stream, targetId, field, id: { gt: conflictId } } })
    if (later > 0) throw new DomainError('PRECONDITION_FAILED', 'There is a later conflict about the same field.')
    const side = taken === 'ours' ? 'theirs' : 'ours'
    const value: unknown = side === 'ours' ? ours : theirs
    const at = now()
    const isDone = await kind.putField(tx, { targetId, sourceId, field, value, at })
    if (!isDone) throw new DomainError('PRECONDITION_FAILED', 'The record is not here any more.')
    await raiseWrites(tx, stream, [targetId], at)
    await announce(tx, writesQueued())
    const { count } = await tx.legacyConflict.updateMany({
      where: { id: conflictId, taken },
      data: { taken: side, rule: 'admin', decidedAt: at, decidedById: actor.personId },
    })
    if (count === 0) throw new DomainError('CONFLICT', 'Somebody else has just decided it.')
    return { taken: side }
  })
}
