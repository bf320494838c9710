import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['outbox_mail'] as const

/** Where the planned mails of a run are. `untried`: in the outbox, and no attempt has ended yet. */
export type MailCounts = { sent: number; failed: number; suppressed: number; deferred: number; untried: number }

/** Counted from the mails themselves, never from what a job believed it did. */
export async function countMailsByRun(db: Db, runIds: string[]): Promise<Map<string, MailCounts>> {
  const rows = await db.$queryRaw<(MailCounts & { runId: string })[]>`
    SELECT a.run_id AS "runId",
           count(*) FILTER (WHERE m.state = 'sent')::int AS sent,
           count(*) FILTER (WHERE m.state = 'failed')::int AS failed,
           count(*) FILTER (WHERE m.state = 'suppressed')::int AS suppressed,
           count(*) FILTER (WHERE m.state = 'unknown' OR (m.state IN ('queued', 'sending') AND m.last_error IS NOT NULL))::int AS deferred,
           count(*) FILTER (WHERE m.state IN ('queued', 'sending') AND m.last_error IS NULL)::int AS untried
      FROM alert_mail a JOIN outbox_mail m ON m.id = a.id
     WHERE a.run_id = ANY(${runIds}::uuid[])
     GROUP BY a.run_id`
  return new Map(rows.map(({ runId, ...counts }) => [runId, counts]))
}
