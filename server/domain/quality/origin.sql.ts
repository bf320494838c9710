import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['legacy_record', 'legacy_document', 'legacy_quarantine', 'legacy_sync_count'] as const

/** Where a record came from: its document there, who read it, and the run that brought it. */
export type Origin = {
  stream: string
  sourceId: string
  /** When the document was changed there; null when it does not say. */
  sourceUpdatedAt: Date | null
  /** When it last changed something here. */
  syncedAt: Date | null
  readAt: Date | null
  /** The version of the transforms that read it. */
  appliedVersion: number | null
  goneAt: Date | null
  isQuarantined: boolean
  /** The run of the sync that brought it; null for what a walk or a comparison brought, or a run that is kept no more. */
  jobRunId: string | null
}

/** By the id here, or by "stream/id there". A record that began here has none; one that came twice has two. */
export function readOrigins(db: Db, recordId: string): Promise<Origin[]> {
  const at = recordId.indexOf('/')
  const [stream, sourceId] = [recordId.slice(0, Math.max(at, 0)), recordId.slice(at + 1)]
  const isHere = at < 0
  return db.$queryRaw<Origin[]>`
    WITH named AS (
      SELECT stream, source_id FROM legacy_record WHERE target_id = ${isHere ? recordId : null}::uuid
      UNION
      SELECT stream, source_id FROM legacy_document WHERE NOT ${isHere} AND stream::text = ${stream} AND source_id = ${sourceId}
      UNION
      SELECT stream, source_id FROM legacy_quarantine WHERE NOT ${isHere} AND stream::text = ${stream} AND source_id = ${sourceId})
    SELECT named.stream::text, named.source_id AS "sourceId", r.source_updated_at AS "sourceUpdatedAt", r.synced_at AS "syncedAt",
           d.read_at AS "readAt", d.applied_version AS "appliedVersion", d.gone_at AS "goneAt",
           q.source_id IS NOT NULL AS "isQuarantined",
           (SELECT c.job_run_id FROM legacy_sync_count c
             WHERE c.stream = named.stream AND c.started_at <= r.synced_at AND c.ended_at >= r.synced_at
             ORDER BY c.started_at DESC LIMIT 1) AS "jobRunId"
      FROM named
      LEFT JOIN legacy_record r USING (stream, source_id)
      LEFT JOIN legacy_document d USING (stream, source_id)
      LEFT JOIN legacy_quarantine q USING (stream, source_id)
     ORDER BY r.synced_at DESC NULLS LAST LIMIT 10`
}
