import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['outbox_mail'] as const

/** Milliseconds from a change being recorded to the provider taking the mail that tells of it. */
export type RunDelay = { mails: number; p50Ms: number; p95Ms: number }

/** How long the mails of a run took: half of them less, one in twenty more. Null while none has left. */
export async function measureRunDelay(db: Db, runId: string): Promise<RunDelay | null> {
  const [delay] = await db.$queryRaw<RunDelay[]>`
    SELECT count(*)::int AS mails,
           (1000 * percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM m.sent_at - m.happened_at)))::float AS "p50Ms",
           (1000 * percentile_disc(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM m.sent_at - m.happened_at)))::float AS "p95Ms"
      FROM alert_mail a JOIN outbox_mail m ON m.id = a.id
     WHERE a.run_id = ${runId}::uuid AND m.state = 'sent' AND m.happened_at IS NOT NULL`
  return delay && delay.mails > 0 ? delay : null
}
