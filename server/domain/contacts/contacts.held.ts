import type { Db } from '#server/db.ts'
import type { ContactInput } from './contacts.bulk.ts'

/** A contact as it stands, for who tells it to another system. */
export type HeldContact = ContactInput & { removedAt: Date | null }

/** These contacts as they are committed, those that were removed too. */
export const readContacts = (tx: Db, ids: readonly string[]): Promise<HeldContact[]> =>
  tx.contact.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, fullName: true, email: true, phone: true, stage: true, source: true, agentId: true },
      ...{ removedAt: true, createdAt: true, updatedAt: true },
    },
  })

/** Until this transaction ends nobody else changes them. */
export async function lockContacts(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT id FROM contact WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}
