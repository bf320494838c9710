import type { Actor } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { whereVisible } from '#server/domain/contacts/contacts.visible.sql.ts'
import { Prisma } from '#server/generated/prisma/client.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact', 'person', 'outbox_mail', 'inquiry', 'listing'] as const

export type LedTo = {
  /** Of the look or the question. */
  id: string
  at: Date
  contactId: string
  contactName: string
  listingId: string
  street: string
  city: string
  /** The mail that had told of the home. */
  mailId: string
  mailedAt: Date
}

const MOST = 25

const columns = Prisma.sql`
  p.id::text AS "contactId", p.full_name AS "contactName", l.id::text AS "listingId", l.street_address AS street,
  l.city, m.id::text AS "mailId", m.sent_at AS "mailedAt"`

/** Looks at homes that mails had told of, to contacts that the actor may see, the latest first. */
export const findLooks = (db: Db, actor: Actor, from: Date) => db.$queryRaw<LedTo[]>`
  SELECT v.id::text, v.visited_at AS at, ${columns}
    FROM home_visit v
    JOIN outbox_mail m ON m.id = v.mail_id AND m.state = 'sent' AND m.sent_at >= ${from}
    JOIN contact p ON p.id = m.contact_id AND ${whereVisible(actor)}
    JOIN listing l ON l.id = v.listing_id
   WHERE v.visited_at >= ${from} ORDER BY v.visited_at DESC, v.id DESC LIMIT ${MOST}`

/** The same of questions: each beside the latest mail that had told of its home. */
export const findQuestions = (db: Db, actor: Actor, from: Date) => db.$queryRaw<LedTo[]>`
  SELECT * FROM (
    SELECT DISTINCT ON (i.id) i.id::text, i.received_at AS at, ${columns}
      FROM inquiry i
      JOIN alert_mail t ON t.recipient = i.email AND i.listing_id = ANY(t.listing_ids)
      JOIN outbox_mail m ON m.id = t.id AND m.state = 'sent' AND m.sent_at >= ${from} AND m.sent_at <= i.received_at
      JOIN contact p ON p.id = m.contact_id AND ${whereVisible(actor)}
      JOIN listing l ON l.id = i.listing_id
     WHERE i.received_at >= ${from} ORDER BY i.id, m.sent_at DESC) q
   ORDER BY at DESC LIMIT ${MOST}`
