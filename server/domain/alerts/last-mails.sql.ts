import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact', 'outbox_mail'] as const

export type LastMail = { id: string; sentAt: Date | null; subject: string | null }

/** The last mail that left because of each of these searches, to the address that its person has now. */
export async function findLastMails(db: Db, searchIds: readonly string[]): Promise<Map<string, LastMail>> {
  const rows = await db.$queryRaw<(LastMail & { searchId: string })[]>`
    SELECT s.id::text AS "searchId", told.*
      FROM saved_search s
      JOIN contact p ON p.id = s.contact_id
     CROSS JOIN LATERAL (
       SELECT mail.id::text, mail.sent_at AS "sentAt", mail.subject
         FROM alert_mail AS tells JOIN outbox_mail AS mail ON mail.id = tells.id AND mail.state = 'sent'
        WHERE tells.recipient = p.email AND s.id = ANY(tells.search_ids)
        ORDER BY tells.slot DESC LIMIT 1) AS told
     WHERE s.id = ANY(${[...searchIds]}::uuid[])`
  return new Map(rows.map(({ searchId, ...mail }) => [searchId, mail]))
}
