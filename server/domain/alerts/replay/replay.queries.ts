import type { Context } from '#server/context.ts'
import { keptSince } from '#server/domain/jobs/retention.ts'
import { notFound } from '#server/errors.ts'
import { compareWithRecord } from './replay.sql.ts'
import { comparisonInWords, isSame, NEVER_KEPT, NO_LONGER_KEPT } from './replay.words.ts'

const PATIENCE_MS = 60_000

/**
 * Does the work of a past alert run again, on everything as it stood then, and says whether it comes to the same. In a
 * transaction that may not write: nobody is mailed, nothing is recorded, the position stays.
 */
export async function replayAlertRun({ db, now }: Context, { jobRunId }: { jobRunId: string }) {
  const run = await db.alertRun.findUnique({
    where: { jobRunId },
    select: { id: true, startedAt: true, snapshot: true },
  })
  if (!run) throw notFound('This alert run')
  if (run.snapshot === null) return { verdict: 'unknown' as const, words: NEVER_KEPT }
  if (run.startedAt < keptSince('sights', now())) return { verdict: 'unknown' as const, words: NO_LONGER_KEPT }
  const comparison = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      return compareWithRecord(tx, run.id)
    },
    { isolationLevel: 'RepeatableRead', timeout: PATIENCE_MS },
  )
  return {
    verdict: isSame(comparison) ? ('same' as const) : ('different' as const),
    words: comparisonInWords(comparison),
  }
}
