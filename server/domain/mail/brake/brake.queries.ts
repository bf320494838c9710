import type { Db } from '#server/db.ts'
import { type Tally, WINDOW_HOURS } from './brake.policy.ts'

/** The brake as long as it is pulled, else null. */
export const findBrake = (db: Db) =>
  db.mailBrake.findFirst({ where: { releasedAt: null }, select: { id: true, pulledAt: true, reason: true } })

/** Counts the window, which begins anew when somebody has released the brake: old trouble must not pull it again. */
export async function tallyWindow(db: Db, now: Date): Promise<Tally> {
  const last = await db.mailBrake.findFirst({
    where: { releasedAt: { not: null } },
    select: { releasedAt: true },
    orderBy: { releasedAt: 'desc' },
  })
  const start = now.getTime() - WINDOW_HOURS * 3_600_000
  const since = new Date(Math.max(start, last?.releasedAt?.getTime() ?? start))
  const [tally] = await db.$queryRaw<Tally[]>`
    SELECT (SELECT count(*) FROM outbox_mail WHERE state = 'sent' AND kind = 'alert' AND sent_at > ${since})::int
             + count(DISTINCT e.mail_id) FILTER (WHERE e.kind = 'refused')::int AS sent,
           count(DISTINCT e.mail_id) FILTER (WHERE e.kind IN ('bounced', 'refused'))::int AS bounced,
           count(DISTINCT e.mail_id) FILTER (WHERE e.kind = 'complained')::int AS complained
      FROM mail_event e JOIN outbox_mail m ON m.id = e.mail_id AND m.kind = 'alert'
     WHERE e.recorded_at > ${since} AND e.kind IN ('refused', 'bounced', 'complained')`
  return tally ?? { sent: 0, bounced: 0, complained: 0 }
}

/** Alerts that wait because of the brake. */
export const countHeldAlerts = (db: Db) =>
  db.outboxMail.count({ where: { kind: 'alert', state: { in: ['queued', 'unknown'] } } })
