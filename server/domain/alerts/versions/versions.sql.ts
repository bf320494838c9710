import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact', 'outbox_mail'] as const

export type MailsOfVersion = { version: number; mails: number; lastMailId: string; lastSentAt: Date }

/** The mails that left because of a search, by its version, to the addresses that it writes to now. */
export const countMailsByVersion = (db: Db, searchId: string) => db.$queryRaw<MailsOfVersion[]>`
  WITH reader AS (
    SELECT p.email FROM saved_search s JOIN contact p ON p.id = s.contact_id
     WHERE s.id = ${searchId}::uuid AND p.email IS NOT NULL
    UNION SELECT r.email FROM search_recipient r WHERE r.search_id = ${searchId}::uuid),
  line AS (
    SELECT DISTINCT cell.version, mail.id, mail.sent_at
      FROM reader
      JOIN alert_mail tells ON tells.recipient = reader.email AND ${searchId}::uuid = ANY(tells.search_ids)
      JOIN outbox_mail mail ON mail.id = tells.id AND mail.state = 'sent'
     CROSS JOIN unnest(tells.search_ids, tells.versions) AS cell(search_id, version)
     WHERE cell.search_id = ${searchId}::uuid)
  SELECT version, count(*)::int AS mails, max(sent_at) AS "lastSentAt",
         (array_agg(id::text ORDER BY sent_at DESC))[1] AS "lastMailId"
    FROM line GROUP BY version`
