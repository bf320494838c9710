import type { Db } from '#server/db.ts'
import { QUALITY_STREAMS, type QualityStreamName } from '../quality.words.ts'
import { daysBefore } from '../rules/rule.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person', 'contact', 'listing', 'saved_search', 'outbox_mail', 'legacy_document'] as const

/** How many records each stream has that its rules could find something wrong with. Of mails, those of 30 days. */
export async function countRecords(db: Db, now: Date): Promise<Map<QualityStreamName, number>> {
  const [row] = await db.$queryRaw<Record<QualityStreamName, number>[]>`
    SELECT (SELECT count(*)::int FROM person WHERE removed_at IS NULL) AS people,
           (SELECT count(*)::int FROM contact WHERE removed_at IS NULL) AS contacts,
           (SELECT count(*)::int FROM listing WHERE standard_status <> 'Delete') AS listings,
           (SELECT count(*)::int FROM saved_search WHERE removed_at IS NULL) AS "savedSearches",
           (SELECT count(*)::int FROM outbox_mail WHERE id >= first_uuid_of(${daysBefore(now, 30)}::timestamptz)) AS mails,
           (SELECT count(*)::int FROM legacy_document WHERE gone_at IS NULL) AS legacy`
  if (!row) throw new Error('The database counts nothing.')
  return new Map(QUALITY_STREAMS.map((stream) => [stream, row[stream]]))
}
