import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { Reference } from './transform.ts'

/** The enum's labels in the database. */
export const STREAM_LABELS = {
  offices: 'offices',
  photos: 'photos',
  leads: 'leads',
  agents: 'agents',
  contacts: 'contacts',
  listings: 'listings',
  savedSearches: 'saved_searches',
  sentAlerts: 'sent_alerts',
  notes: 'notes',
  tasks: 'tasks',
  appointments: 'appointments',
  deals: 'deals',
} as const satisfies Record<LegacyStream, string>

export type KnownRecord = { sourceId: string; targetId: string; revision: string; updatedAt: Date | null }

/**
 * What we hold of these documents: where each went, and which revision of it. Ids are one parameter here and below: as a
 * thousand of them they would cost more than the answer.
 */
export async function knownRecords(
  tx: Db,
  stream: LegacyStream,
  sourceIds: string[],
): Promise<Map<string, KnownRecord>> {
  const known = await tx.$queryRaw<KnownRecord[]>`
    SELECT source_id AS "sourceId", target_id::text AS "targetId", encode(hash, 'hex') AS revision,
           source_updated_at AS "updatedAt"
      FROM legacy_record
     WHERE stream = ${STREAM_LABELS[stream]}::legacy_stream AND source_id = ANY(${sourceIds}::text[])`
  return new Map(known.map((record) => [record.sourceId, record]))
}

export const referenceKey = ({ stream, sourceId }: Reference) => `${stream}/${sourceId}`

/** Where the named documents went, by `referenceKey`. What has not arrived is absent. */
export async function targetsOf(tx: Db, references: Reference[]): Promise<Map<string, string>> {
  if (references.length === 0) return new Map()
  const streams = [...new Set(references.map(({ stream }) => stream))]
  const rows = await Promise.all(
    streams.map((stream) => {
      const sourceIds = references.filter((reference) => reference.stream === stream).map(({ sourceId }) => sourceId)
      return tx.$queryRaw<(Reference & { targetId: string })[]>`
        SELECT ${stream}::text AS stream, source_id AS "sourceId", target_id::text AS "targetId"
          FROM legacy_record
         WHERE stream = ${STREAM_LABELS[stream]}::legacy_stream AND source_id = ANY(${[...new Set(sourceIds)]}::text[])`
    }),
  )
  return new Map(rows.flat().map((row) => [referenceKey(row), row.targetId]))
}

export type RecordInput = {
  sourceId: string
  targetId: string
  updatedAt: Date | null
  revision: string
  extra: Record<string, unknown> | null
}

export async function saveRecords(tx: Db, stream: LegacyStream, records: RecordInput[]): Promise<void> {
  if (records.length === 0) return
  await tx.$executeRaw`
    INSERT INTO legacy_record (stream, source_id, target_id, source_updated_at, hash, extra, synced_at)
    SELECT ${STREAM_LABELS[stream]}::legacy_stream, i."sourceId", i."targetId", i."updatedAt", decode(i.revision, 'hex'),
           i.extra, clock_timestamp()
      FROM unnest(${records.map(({ sourceId }) => sourceId)}::text[], ${records.map(({ targetId }) => targetId)}::uuid[],
                  ${records.map(({ updatedAt }) => updatedAt?.toISOString() ?? null)}::timestamptz[],
                  ${records.map(({ revision }) => revision)}::text[],
                  ${records.map(({ extra }) => extra && JSON.stringify(extra))}::jsonb[])
             AS i("sourceId", "targetId", "updatedAt", revision, extra)
    ON CONFLICT (stream, source_id) DO UPDATE SET
      target_id = excluded.target_id, source_updated_at = excluded.source_updated_at, hash = excluded.hash,
      extra = excluded.extra, synced_at = excluded.synced_at`
}
