import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact'] as const

type Recipient = { recipient: string; contactId: string | null }

/**
 * Holds what could forbid the mail until it has left: nobody is removed, and no search of theirs switched off, in the
 * moment between our look and the hand-over. Whoever does so waits for that moment, and is then told the truth.
 */
export async function holdRecipient(tx: Db, { recipient, contactId }: Recipient): Promise<void> {
  const people = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM contact WHERE email = ${recipient}::citext OR id = ${contactId}::uuid ORDER BY id FOR SHARE`
  const ids = people.map(({ id }) => id)
  await tx.$queryRaw`SELECT id FROM saved_search WHERE contact_id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`
}
