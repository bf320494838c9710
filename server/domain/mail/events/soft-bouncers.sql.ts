import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['alert_mail'] as const

/** That many mails in a row which could not be delivered, and the address is taken for dead. */
const SOFT_LIMIT = 3

/**
 * Which of these addresses have had that many delayed mails since one was last delivered. Attempts of one mail count
 * once. Alerts are found by person in their own ledger: the outbox has no second index of them.
 */
export async function findSoftBouncers(db: Db, emails: string[]): Promise<Set<string>> {
  if (emails.length === 0) return new Set()
  const rows = await db.$queryRaw<{ recipient: string }[]>`
    WITH mail AS (
      SELECT id, recipient FROM alert_mail WHERE recipient = ANY(${emails}::citext[])
      UNION ALL
      SELECT id, recipient FROM outbox_mail WHERE kind <> 'alert' AND recipient = ANY(${emails}::citext[])
    ), told AS (
      SELECT e.mail_id, e.kind, e.occurred_at, mail.recipient FROM mail
        JOIN mail_event e ON e.mail_id = mail.id AND e.kind IN ('delayed', 'delivered'))
    SELECT told.recipient::text AS recipient FROM told
     WHERE told.kind = 'delayed'
       AND told.occurred_at > coalesce((SELECT max(arrived.occurred_at) FROM told AS arrived
                                         WHERE arrived.recipient = told.recipient AND arrived.kind = 'delivered'), '-infinity')
     GROUP BY told.recipient HAVING count(DISTINCT told.mail_id) >= ${SOFT_LIMIT}`
  return new Set(rows.map(({ recipient }) => recipient))
}
