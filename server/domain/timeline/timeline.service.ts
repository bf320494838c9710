import type { Db } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** Something that happened to a contact, in the words of the subject that made it true. */
export type TimelineFact = {
  contactId: string
  /** e.g. "alert.sent", "search.saved". */
  kind: string
  summary: string
  /** The records behind the fact, e.g. `{ mailId }`. */
  refs?: Prisma.InputJsonObject
  occurredAt: Date
  /** A fact with a key that is there already is not told again. */
  factKey: string
}

/** Takes the transaction that made the facts true. Says how many of them were new. */
export async function recordFacts(tx: Db, facts: readonly TimelineFact[]): Promise<number> {
  if (facts.length === 0) return 0
  const { count } = await tx.timelineEntry.createMany({ data: [...facts], skipDuplicates: true })
  return count
}

/** What is true no longer, because it was taken back, or has other words now. Takes the transaction that made it so. */
export async function forgetFacts(tx: Db, factKeys: readonly string[]): Promise<void> {
  if (factKeys.length > 0) await tx.timelineEntry.deleteMany({ where: { factKey: { in: [...factKeys] } } })
}
