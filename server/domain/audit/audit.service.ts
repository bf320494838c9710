import { createHmac } from 'node:crypto'
import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { env } from '#server/env.ts'
import type { AuditFields, AuditNote } from './audit.types.ts'

type Deed = AuditNote & {
  /** Who did it, where that is not the one who is signed in: somebody who came by a mailed link. */
  actorId?: string
}

/**
 * Writes down who did what to whom, in the transaction that does it: what was rolled back leaves no row, and what was
 * done leaves one.
 */
export async function recordDeed(
  tx: Db,
  { actor, now, requestId }: PublicContext,
  { actorId, action, target, targetId, before = {}, after = {} }: Deed,
): Promise<void> {
  const doer = actorId ?? actor?.personId
  if (!doer) throw new Error(`Nobody did this: ${action}.`)
  const about = { action, target, targetId, before, after, requestId: requestId ?? null }
  await tx.auditEntry.create({ data: { actorId: doer, occurredAt: now(), ...about }, select: { id: true } })
}

/** The fields that differ, on both sides; null when nothing does, and then there is nothing to write down. */
export function changedFields<Fields extends AuditFields>(
  before: Fields,
  after: Fields,
): { before: Partial<Fields>; after: Partial<Fields> } | null {
  const names = (Object.keys(after) as (keyof Fields)[]).filter((name) => before[name] !== after[name])
  if (names.length === 0) return null
  const only = (fields: Fields) => {
    const kept: Partial<Fields> = {}
    for (const name of names) kept[name] = fields[name]
    return kept
  }
  return { before: only(before), after: only(after) }
}

/** Stands for a mail address in the audit: the same each time, and it tells nobody which one. */
export const addressId = (email: string): string =>
  createHmac('sha256', env.NEXTAUTH_SECRET).update(`audit-address:${email.toLowerCase()}`).digest('hex').slice(0, 32)
