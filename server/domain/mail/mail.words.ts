import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import type { DeliveryCounts } from './mail.delivery.ts'

/** "87 sent, 2 deferred (the mail server does not answer)". Red as soon as one could not leave. */
export function deliveryInWords({ lastReason, ...counts }: DeliveryCounts): JobResult {
  const { sent, failed, suppressed, deferred, unknown, held } = counts
  const parts = [
    sent > 0 ? `${sent} sent` : null,
    suppressed > 0 ? `${suppressed} suppressed` : null,
    deferred > 0 ? `${deferred} to try again` : null,
    unknown > 0 ? `${unknown} with an unknown outcome` : null,
    failed > 0 ? `${failed} failed` : null,
  ].filter((part) => part !== null)
  if (held > 0) parts.push(`${held} held back because alerts are stopped`)
  if (parts.length === 0) return { words: 'Nothing was waiting.', outcome: 'good', counts, inconclusive: true }
  const trouble = failed + deferred + unknown > 0
  return {
    words: trouble && lastReason ? `${parts.join(', ')}. Last answer: ${lastReason}` : `${parts.join(', ')}.`,
    // The brake has an incident of its own: one cause, one alarm.
    outcome: trouble ? 'bad' : held > 0 ? 'warning' : 'good',
    counts,
  }
}
