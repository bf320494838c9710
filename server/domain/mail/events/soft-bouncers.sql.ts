import type { Db } from '#server/db.ts'

/** That many mails in a row which could not be delivered, and the address is taken for dead. */
const SOFT_LIMIT = 3

/** Which of these addresses have had that many delayed mails since one was last delivered. Attempts of one mail count once. */
export async function findSoftBouncers(db: Db, emails: string[]): Promise<Set<string>> {
  if (emails.length === 0) return new Set()
  const rows = await db.$queryRaw<{ recipient: string }[]>`
    SELECT m.recipient::text AS recipient FROM outbox_mail m JOIN mail_event e ON e.mail_id = m.id
     WHERE m.recipient = ANY(${emails}::citext[]) AND e.kind = 'delayed'
       AND e.occurred_at > coalesce((SELECT max(d.occurred_at) FROM outbox_mail o JOIN mail_event d ON d.mail_id = o.id
                                      WHERE o.recipient = m.recipient AND d.kind = 'delivered'), '-infinity')
     GROUP BY m.recipient HAVING count(DISTINCT m.id) >= ${SOFT_LIMIT}`
  return new Set(rows.map(({ recipient }) => recipient))
}
