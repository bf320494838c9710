import type { Actor } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { whereVisible } from '#server/domain/contacts/contacts.visible.sql.ts'
import { Prisma } from '#server/generated/prisma/client.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact', 'person', 'outbox_mail', 'mail_event', 'inquiry', 'listing'] as const

/** The firm's weeks, as the schedules count the days. */
export const ZONE = 'America/New_York'

/** Mails, each counted in the week it left in: a click of today belongs to the mail that it followed. */
export type PerformanceWeek = {
  /** Its Monday, as "2026-11-16". */
  week: string
  sent: number
  delivered: number
  opened: number
  clicked: number
  /** Its person has since said of one of its homes what they think. */
  answered: number
  /** Its person has since looked at one of its homes on our own pages. */
  visited: number
  /** Its person has since asked about one of its homes. */
  inquired: number
}

/** Alert mails that have left since `from`, to contacts that the actor may see. */
const mailsTo = (actor: Actor, from: Date) => Prisma.sql`
  SELECT m.id, m.sent_at, tells.search_ids, tells.copied, tells.listing_ids, m.recipient
    FROM contact p
    JOIN outbox_mail m ON m.contact_id = p.id AND m.state = 'sent' AND m.sent_at >= ${from}
    JOIN alert_mail tells ON tells.id = m.id
   WHERE ${whereVisible(actor)}`

/** Mails that left since `from`, each with what became of it: what a measure counts is a column of `fate` here. */
export const fatesOf = (mails: Prisma.Sql, from: Date) => Prisma.sql`
  mail AS MATERIALIZED (${mails}),
  heard AS (
    SELECT e.mail_id, bool_or(e.kind IN ('delivered', 'opened', 'clicked')) AS delivered,
           bool_or(e.kind = 'opened') AS opened, bool_or(e.kind = 'clicked') AS clicked
      FROM mail_event e JOIN mail ON mail.id = e.mail_id
     WHERE e.recorded_at >= ${from} AND e.kind IN ('delivered', 'opened', 'clicked') GROUP BY 1),
  said AS (
    SELECT DISTINCT mail.id AS mail_id
      FROM contact_listing v
      JOIN mail ON mail.recipient = v.email AND v.listing_id = ANY(mail.listing_ids) AND v.decided_at >= mail.sent_at
     WHERE v.decided_at >= ${from}),
  looked AS (
    SELECT DISTINCT v.mail_id FROM home_visit v JOIN mail ON mail.id = v.mail_id WHERE v.visited_at >= ${from}),
  asked AS (
    SELECT DISTINCT mail.id AS mail_id
      FROM inquiry i
      JOIN mail ON mail.recipient = i.email AND i.listing_id = ANY(mail.listing_ids) AND i.received_at >= mail.sent_at
     WHERE i.received_at >= ${from}),
  fate AS MATERIALIZED (
    SELECT mail.*, coalesce(heard.delivered, false) AS delivered, coalesce(heard.opened, false) AS opened,
           coalesce(heard.clicked, false) AS clicked, said.mail_id IS NOT NULL AS answered,
           looked.mail_id IS NOT NULL AS visited, asked.mail_id IS NOT NULL AS inquired
      FROM mail LEFT JOIN heard ON heard.mail_id = mail.id LEFT JOIN said ON said.mail_id = mail.id
      LEFT JOIN looked ON looked.mail_id = mail.id LEFT JOIN asked ON asked.mail_id = mail.id)`

const fates = (actor: Actor, from: Date) => fatesOf(mailsTo(actor, from), from)

/** Each measure as a count of `fate`, in the order of the columns of `alert_week_share`. */
export const COUNTS = Prisma.sql`
  count(*)::int AS sent, count(*) FILTER (WHERE delivered)::int AS delivered,
  count(*) FILTER (WHERE opened)::int AS opened, count(*) FILTER (WHERE clicked)::int AS clicked,
  count(*) FILTER (WHERE answered)::int AS answered, count(*) FILTER (WHERE visited)::int AS visited,
  count(*) FILTER (WHERE inquired)::int AS inquired`

/** The Monday of a moment's week. */
const mondayOf = (moment: Prisma.Sql) => Prisma.sql`date_trunc('week', ${moment} AT TIME ZONE ${ZONE}::text)::date`

/** When the week began that is `weeks - 1` before this one: midnight on a Monday in New York. */
export async function findFirstMonday(db: Db, { now, weeks }: { now: Date; weeks: number }): Promise<Date> {
  const [row] = await db.$queryRaw<{ from: Date }[]>`
    SELECT (${mondayOf(Prisma.sql`${now}::timestamptz`)} - ${(weeks - 1) * 7}::int)::timestamp AT TIME ZONE ${ZONE} AS from`
  if (!row) throw new Error('The database knows no time.')
  return row.from
}

/** Each week from `from` to `now`, oldest first; one without a mail is there with zeros. */
export const countWeeks = (db: Db, actor: Actor, { from, now }: { from: Date; now: Date }) =>
  db.$queryRaw<PerformanceWeek[]>`
    WITH ${fates(actor, from)},
    counted AS (SELECT ${mondayOf(Prisma.sql`sent_at`)} AS monday, ${COUNTS} FROM fate GROUP BY 1)
    SELECT to_char(every.monday, 'YYYY-MM-DD') AS week, coalesce(sent, 0) AS sent, coalesce(delivered, 0) AS delivered,
           coalesce(opened, 0) AS opened, coalesce(clicked, 0) AS clicked, coalesce(answered, 0) AS answered,
           coalesce(visited, 0) AS visited, coalesce(inquired, 0) AS inquired
      FROM (SELECT d::date AS monday FROM generate_series(
              ${mondayOf(Prisma.sql`${from}::timestamptz`)}, ${mondayOf(Prisma.sql`${now}::timestamptz`)}, '7 days') d) every
      LEFT JOIN counted USING (monday) ORDER BY every.monday`

export type SearchFate = {
  searchId: string
  name: string
  contactName: string
  mails: number
  clicked: number
  answered: number
  /** Mails that led to a click or a word, of all its mails: 0 to 1. */
  share: number
}
type Judged = SearchFate & { judged: number; side: 'best' | 'worst' }

/**
 * Of the searches that have led to at least `least` mails, the `take` that lead to something most often and the `take`
 * that do so least, each against the average of them all. `judged` counts all that were looked at.
 */
export const rankSearches = (db: Db, actor: Actor, asked: { from: Date; least: number; take: number }) =>
  db.$queryRaw<Judged[]>`
    WITH ${fates(actor, asked.from)},
    line AS (SELECT DISTINCT id, s.search_id, clicked, answered FROM fate, unnest(search_ids) AS s (search_id)
              WHERE NOT s.search_id = ANY(copied)),
    counted AS (
      SELECT search_id, count(*)::int AS mails, count(*) FILTER (WHERE clicked)::int AS clicked,
             count(*) FILTER (WHERE answered)::int AS answered, count(*) FILTER (WHERE clicked OR answered)::int AS led
        FROM line GROUP BY 1 HAVING count(*) >= ${asked.least}),
    judged AS (
      SELECT counted.*, s.name, p.full_name, led::float / mails AS share, (count(*) OVER ())::int AS judged,
             -- Of sums, not of shares: equal shares are then equal to it, to the last bit.
             led::float / mails >= (sum(led) OVER ())::float / (sum(mails) OVER ())::float AS is_good
        FROM counted JOIN saved_search s ON s.id = counted.search_id AND s.removed_at IS NULL
        -- A mail tells all who share its address, also people of another agent.
        JOIN contact p ON p.id = s.contact_id AND ${whereVisible(actor)}),
    placed AS (
      SELECT *, row_number() OVER (PARTITION BY is_good
                                   ORDER BY CASE WHEN is_good THEN -share ELSE share END, mails DESC, search_id) AS place
        FROM judged WHERE led > 0 OR NOT is_good)
    SELECT search_id::text AS "searchId", name, full_name AS "contactName", mails, clicked, answered, share, judged,
           CASE WHEN is_good THEN 'best' ELSE 'worst' END AS side
      FROM placed WHERE place <= ${asked.take} ORDER BY side, place`
