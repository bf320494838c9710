import type { Db } from '#server/db.ts'

/** The coast's days, as the schedules count them. */
const ZONE = 'America/New_York'

export type MailDay = {
  /** As "2026-11-21". */
  day: string
  sent: number
  delivered: number
  /** Came back from the recipient's server, or was refused by the provider at once. */
  bounced: number
  complained: number
  opened: number
  clicked: number
}

/** Each of the last `days` days, oldest first: mails that left on it, and mails of which something was heard on it. */
export const countMailDays = (db: Db, { now, days }: { now: Date; days: number }) => db.$queryRaw<MailDay[]>`
  WITH day AS (
    SELECT d::date AS day FROM generate_series((${now}::timestamptz AT TIME ZONE ${ZONE})::date - ${days - 1}::int,
                                               (${now}::timestamptz AT TIME ZONE ${ZONE})::date, '1 day') AS d),
  left_on AS (
    SELECT (sent_at AT TIME ZONE ${ZONE})::date AS day, count(*)::int AS sent FROM outbox_mail
     WHERE state = 'sent' AND sent_at > ${now}::timestamptz - make_interval(days => ${days + 1}::int) GROUP BY 1),
  heard_on AS (
    SELECT (recorded_at AT TIME ZONE ${ZONE})::date AS day,
           count(DISTINCT mail_id) FILTER (WHERE kind = 'delivered')::int AS delivered,
           count(DISTINCT mail_id) FILTER (WHERE kind IN ('bounced', 'refused'))::int AS bounced,
           count(DISTINCT mail_id) FILTER (WHERE kind = 'complained')::int AS complained,
           count(DISTINCT mail_id) FILTER (WHERE kind = 'opened')::int AS opened,
           count(DISTINCT mail_id) FILTER (WHERE kind = 'clicked')::int AS clicked
      FROM mail_event WHERE recorded_at > ${now}::timestamptz - make_interval(days => ${days + 1}::int) GROUP BY 1)
  SELECT to_char(day, 'YYYY-MM-DD') AS day, coalesce(sent, 0) AS sent, coalesce(delivered, 0) AS delivered,
         coalesce(bounced, 0) AS bounced, coalesce(complained, 0) AS complained, coalesce(opened, 0) AS opened,
         coalesce(clicked, 0) AS clicked
    FROM day LEFT JOIN left_on USING (day) LEFT JOIN heard_on USING (day) ORDER BY day`

/** Milliseconds from a change being recorded to the provider taking the mail: half of the mails, and all but one in twenty. */
export type Delay = { mails: number; p50Ms: number; p95Ms: number }

/** The delay of the alerts that left since then; null when none has. */
export async function measureDelay(db: Db, since: Date): Promise<Delay | null> {
  const [delay] = await db.$queryRaw<Delay[]>`
    SELECT count(*)::int AS mails,
           (1000 * percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM sent_at - happened_at)))::float AS "p50Ms",
           (1000 * percentile_disc(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM sent_at - happened_at)))::float AS "p95Ms"
      FROM outbox_mail WHERE state = 'sent' AND sent_at > ${since} AND happened_at IS NOT NULL`
  return delay && delay.mails > 0 ? delay : null
}
