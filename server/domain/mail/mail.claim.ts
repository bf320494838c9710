import type { Db } from '#server/db.ts'
import type { QueuedMail } from './mail.types.ts'

/** Longer than a lane can take for its mails; after it, whoever held them is taken for dead. */
export const LEASE_MS = 120_000

export type Claimed = QueuedMail & {
  attempts: number
  messageId: string
  inDoubtSince: Date | null
}

type Claim = { now: Date; withAlerts: boolean; most: number }

/**
 * Leases what is due; alerts not, while they are stopped. A mail whose holder died in the middle is claimed again,
 * under the same Message-ID, and nobody knows whether it has left.
 */
export const claimMails = (db: Db, { now, withAlerts, most }: Claim) => db.$queryRaw<Claimed[]>`
  WITH due AS (
    SELECT id, state, lease_until FROM outbox_mail
     WHERE ((state IN ('queued', 'unknown') AND not_before <= ${now}) OR (state = 'sending' AND lease_until < ${now}))
       AND (${withAlerts} OR kind <> 'alert')
     -- Alerts come by the thousand: what somebody sits and waits for stood behind them for minutes.
     ORDER BY kind = 'alert', not_before LIMIT ${most} FOR UPDATE SKIP LOCKED)
  UPDATE outbox_mail m SET state = 'sending', attempts = attempts + 1,
         lease_until = ${new Date(now.getTime() + LEASE_MS)},
         in_doubt_since = CASE WHEN due.state = 'sending'
           THEN coalesce(in_doubt_since, due.lease_until - make_interval(secs => ${LEASE_MS / 1_000})) ELSE in_doubt_since END
    FROM due WHERE m.id = due.id
  RETURNING m.id, kind, recipient::text AS recipient, payload, attempts, message_id AS "messageId",
            contact_id AS "contactId", in_doubt_since AS "inDoubtSince"`
