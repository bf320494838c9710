import type { Actor } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { whereVisible } from '#server/domain/contacts/contacts.visible.sql.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { COUNTS, fatesOf, type PerformanceWeek, ZONE } from './performance.sql.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact', 'outbox_mail', 'mail_event', 'person', 'inquiry'] as const

/**
 * Raise it with each measure that is added: weeks that were counted by fewer are counted again, while their mails are
 * there. A measure is a column of `alert_week_share`, a line of `COUNTS` and a column of `fate`.
 */
export const MEASURES_SET = 2

/** A mail leaves at most so long after its run: retries, and alerts that were stopped for a while. */
const LONGEST_WAY = Prisma.sql`interval '7 days'`

const mondayOf = (moment: Prisma.Sql) => Prisma.sql`date_trunc('week', ${moment} AT TIME ZONE ${ZONE}::text)::date`

/**
 * Weeks that have to be counted (again), oldest first, as "2026-11-16": of the last `within` weeks those that were never
 * counted or by fewer measures, those of which something was heard after they were counted, and always the last `fresh`.
 * A verdict that is taken back after those is not heard of.
 */
export async function findWeeksToCount(db: Db, asked: { now: Date; within: number; fresh: number }): Promise<string[]> {
  const { now, within, fresh } = asked
  const rows = await db.$queryRaw<{ monday: string }[]>`
    WITH this AS (SELECT ${mondayOf(Prisma.sql`${now}::timestamptz`)} AS monday),
    every AS (SELECT (this.monday - 7 * back)::date AS monday, back FROM this, generate_series(0, ${within - 1}::int) back),
    -- The newest week is counted last: what its night has heard of, all weeks of that night have. The hour is for what
    -- was recorded before and committed after.
    last AS (SELECT counted_at - interval '1 hour' AS counted_at FROM alert_week ORDER BY monday DESC LIMIT 1),
    heard AS (
      SELECT DISTINCT ${mondayOf(Prisma.sql`m.sent_at`)} AS monday
        FROM last, mail_event e JOIN outbox_mail m ON m.id = e.mail_id
       WHERE e.recorded_at >= last.counted_at AND e.kind IN ('delivered', 'opened', 'clicked')),
    said AS (
      SELECT DISTINCT ${mondayOf(Prisma.sql`m.sent_at`)} AS monday
        FROM last, contact_listing v
        JOIN alert_mail tells ON tells.recipient = v.email AND v.listing_id = ANY(tells.listing_ids)
        JOIN outbox_mail m ON m.id = tells.id AND m.sent_at <= v.decided_at
       WHERE v.decided_at >= last.counted_at),
    looked AS (
      SELECT DISTINCT ${mondayOf(Prisma.sql`m.sent_at`)} AS monday
        FROM last, home_visit v JOIN outbox_mail m ON m.id = v.mail_id WHERE v.visited_at >= last.counted_at),
    asked AS (
      SELECT DISTINCT ${mondayOf(Prisma.sql`m.sent_at`)} AS monday
        FROM last, inquiry i
        JOIN alert_mail tells ON tells.recipient = i.email AND i.listing_id = ANY(tells.listing_ids)
        JOIN outbox_mail m ON m.id = tells.id AND m.sent_at <= i.received_at
       WHERE i.received_at >= last.counted_at)
    SELECT to_char(every.monday, 'YYYY-MM-DD') AS monday
      FROM every LEFT JOIN alert_week counted USING (monday)
     WHERE back < ${fresh} OR counted.monday IS NULL OR counted.measures < ${MEASURES_SET}
        OR every.monday IN (SELECT monday FROM heard) OR every.monday IN (SELECT monday FROM said)
        OR every.monday IN (SELECT monday FROM looked) OR every.monday IN (SELECT monday FROM asked)
     ORDER BY 1`
  return rows.map(({ monday }) => monday)
}

const startOf = (monday: Prisma.Sql) => Prisma.sql`(${monday})::timestamp AT TIME ZONE ${ZONE}::text`

/** Counts one week anew, in the caller's transaction: of two at once, the second waits for the first. Says its mails. */
export async function writeWeek(tx: Db, { monday, at }: { monday: string; at: Date }): Promise<number> {
  await tx.$executeRaw`
    INSERT INTO alert_week (monday, measures, counted_at) VALUES (${monday}::date, ${MEASURES_SET}, ${at})
    ON CONFLICT (monday) DO UPDATE SET measures = excluded.measures, counted_at = excluded.counted_at`
  await tx.$executeRaw`DELETE FROM alert_week_share WHERE monday = ${monday}::date`
  const [week] = await tx.$queryRaw<{ from: Date; to: Date }[]>`
    SELECT ${startOf(Prisma.sql`${monday}::date`)} AS from, ${startOf(Prisma.sql`${monday}::date + 7`)} AS to`
  if (!week) throw new Error('The database knows no time.')
  // By run, since runs are found by their time, and mails of a run by the run.
  const mails = Prisma.sql`
    SELECT m.id, m.sent_at, tells.listing_ids, m.recipient, p.agent_id, p.office_id
      FROM alert_run r
      JOIN alert_mail tells ON tells.run_id = r.id
      JOIN outbox_mail m ON m.id = tells.id AND m.state = 'sent' AND m.sent_at >= ${week.from} AND m.sent_at < ${week.to}
      JOIN contact p ON p.id = m.contact_id AND p.removed_at IS NULL
     WHERE r.started_at >= ${week.from}::timestamptz - ${LONGEST_WAY} AND r.started_at < ${week.to}`
  const [row] = await tx.$queryRaw<{ sent: number }[]>`
    WITH ${fatesOf(mails, week.from)},
    written AS (
      INSERT INTO alert_week_share (monday, agent_id, office_id, sent, delivered, opened, clicked, answered, visited, inquired)
      SELECT ${monday}::date, agent_id, office_id, ${COUNTS} FROM fate GROUP BY agent_id, office_id RETURNING sent)
    SELECT coalesce(sum(sent), 0)::int AS sent FROM written`
  return row?.sent ?? 0
}

/** Counted weeks from `from` up to the week before `to`, oldest first, of the books that the actor may see. */
export const readWeeks = (db: Db, actor: Actor, { from, to }: { from: Date; to: Date }) =>
  db.$queryRaw<PerformanceWeek[]>`
    SELECT to_char(w.monday, 'YYYY-MM-DD') AS week, coalesce(sum(sent), 0)::int AS sent,
           coalesce(sum(delivered), 0)::int AS delivered, coalesce(sum(opened), 0)::int AS opened,
           coalesce(sum(clicked), 0)::int AS clicked, coalesce(sum(answered), 0)::int AS answered,
           coalesce(sum(visited), 0)::int AS visited, coalesce(sum(inquired), 0)::int AS inquired
      FROM alert_week w
      LEFT JOIN (SELECT *, NULL::timestamptz AS removed_at FROM alert_week_share) p ON p.monday = w.monday AND ${whereVisible(actor)}
     WHERE w.monday >= ${mondayOf(Prisma.sql`${from}::timestamptz`)} AND w.monday < ${mondayOf(Prisma.sql`${to}::timestamptz`)}
     GROUP BY w.monday ORDER BY w.monday`
