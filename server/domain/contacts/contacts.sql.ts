import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person', 'saved_search', 'outbox_mail', 'alert_mail'] as const

export type Beside = { agent: { id: string; fullName: string }; alerts: number }

/** What the list shows beside each of these contacts: their agent, and how many of their alerts are switched on. */
export async function readBeside(db: Db, contactIds: readonly string[]): Promise<Map<string, Beside>> {
  const rows = await db.$queryRaw<{ contactId: string; agentId: string; agentName: string; alerts: number }[]>`
    SELECT contact.id::text AS "contactId", agent_id::text AS "agentId", person.full_name AS "agentName",
           (SELECT count(*)::int FROM saved_search AS search
             WHERE search.contact_id = contact.id AND active_yn AND search.removed_at IS NULL) AS alerts
      FROM contact JOIN person ON person.id = agent_id
     WHERE contact.id = ANY(${[...contactIds]}::uuid[])`
  return new Map(
    rows.map(({ contactId, agentId, agentName, alerts }) => [
      contactId,
      { agent: { id: agentId, fullName: agentName }, alerts },
    ]),
  )
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
