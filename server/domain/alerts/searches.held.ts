import type { Db } from '#server/db.ts'
import { REASON_OF_SOURCE, type SavedSearchInput } from './searches.bulk.ts'
import { fromVersion } from './searches.rows.ts'

/** A saved search as it stands, for who tells it to another system. */
export type HeldSearch = SavedSearchInput & {
  removedAt: Date | null
  /** Somebody here stopped its mails: no other system starts them again. */
  isStopped: boolean
}

/** These searches as they are committed, those that were removed too. */
export async function readSearches(tx: Db, ids: readonly string[]): Promise<HeldSearch[]> {
  const rows = await tx.savedSearch.findMany({ where: { id: { in: [...ids] } }, include: { current: true } })
  return rows.map(({ current, activeYN, reason, reasonNote, ...row }) => {
    const { id, contactId, ownerId, name, removedAt, createdAt, updatedAt } = row
    // Without an address nothing is sent, and yet its person wants it.
    const wanted = activeYN || reason === 'NoOneToSendTo'
    return {
      ...{ id, contactId, ownerId, name, removedAt, createdAt, updatedAt, wanted },
      isStopped: !wanted && reasonNote !== REASON_OF_SOURCE,
      criteria: fromVersion(current),
    }
  })
}

/** Until this transaction ends nobody else changes them. */
export async function lockSearches(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT id FROM saved_search WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}
