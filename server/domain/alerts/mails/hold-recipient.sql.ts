import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact'] as const

type Recipient = { id: string; recipient: string; contactId: string | null }

/**
 * Holds what could forbid the mail until it has left: nobody is removed or taken off a search, and no search of the mail
 * switched off, in the moment between our look and the hand-over. Whoever does so waits for that moment, and is then
 * told the truth. People before searches before those who were added, as everybody locks them.
 */
export async function holdRecipient(tx: Db, { id, recipient, contactId }: Recipient): Promise<void> {
  const people = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM contact
     WHERE email = ${recipient}::citext OR id = ${contactId}::uuid
        OR id IN (SELECT s.contact_id FROM alert_mail m JOIN saved_search s ON s.id = ANY(m.search_ids)
                   WHERE m.id = ${id}::uuid)
     ORDER BY id FOR SHARE`
  const ids = people.map((person) => person.id)
  await tx.$queryRaw`SELECT id FROM saved_search WHERE contact_id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`
  await tx.$queryRaw`SELECT FROM search_recipient WHERE email = ${recipient}::citext ORDER BY search_id FOR SHARE`
}
