import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['saved_search', 'outbox_mail', 'alert_mail'] as const

/** How many of these contacts' alerts are switched on, by contact. */
export async function countAlerts(db: Db, contactIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ contactId: string; count: number }[]>`
    SELECT contact_id::text AS "contactId", count(*)::int AS count
      FROM saved_search
     WHERE contact_id = ANY(${[...contactIds]}::uuid[]) AND active_yn AND removed_at IS NULL
     GROUP BY contact_id`
  return new Map(rows.map(({ contactId, count }) => [contactId, count]))
}

export type ContactMail = {
  id: string
  kind: string
  subject: string | null
  state: string
  createdAt: Date
  sentAt: Date | null
  /** Homes in it, when it is an alert. */
  homes: number
}

/** The latest mails to a contact. The caller has checked that the contact may be seen. */
export function recentMails(db: Db, contactId: string): Promise<ContactMail[]> {
  return db.$queryRaw<ContactMail[]>`
    SELECT mail.id::text, mail.kind, mail.subject, mail.state::text, mail.created_at AS "createdAt",
           mail.sent_at AS "sentAt",
           (SELECT count(DISTINCT home)::int FROM alert_mail, unnest(listing_ids) AS home WHERE alert_mail.id = mail.id) AS homes
      FROM outbox_mail AS mail
     WHERE mail.contact_id = ${contactId}::uuid
     ORDER BY mail.created_at DESC, mail.id DESC LIMIT 20`
}
