import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { fieldsOf } from './fields.ts'
import { STREAM_LABELS } from './records.store.ts'

type Seen = { path: string; type: string; documents: number; sourceId: string }

/** Counts which fields these records have. What appears after a first whole walk is new, and is named to people. */
export async function noteFields(
  tx: Db,
  stream: LegacyStream,
  documents: readonly SourceDocument[],
  at: Date,
): Promise<void> {
  const seen = new Map<string, Seen>()
  for (const document of documents) {
    for (const { path, type } of fieldsOf(document)) {
      const key = `${path}\n${type}`
      const before = seen.get(key)
      if (before) before.documents += 1
      else seen.set(key, { path, type, documents: 1, sourceId: document.sourceId })
    }
  }
  if (seen.size === 0) return
  await tx.$executeRaw`
    INSERT INTO legacy_field AS f (stream, path, type, documents, is_new, first_source_id, first_seen_at)
    SELECT ${STREAM_LABELS[stream]}::legacy_stream, i.path, i.type, i.documents,
           EXISTS (SELECT FROM legacy_sweep WHERE stream = ${STREAM_LABELS[stream]}::legacy_stream AND ended_at IS NOT NULL),
           i."sourceId", ${at}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify([...seen.values()])}::jsonb) AS i(
             path text, type text, documents int, "sourceId" text)
     ORDER BY i.path, i.type
    ON CONFLICT (stream, path, type) DO UPDATE SET documents = f.documents + excluded.documents`
}

/** Fields that are new since then and that nobody has accepted, as "hoa (number)". */
export async function newFieldsSince(tx: Db, stream: LegacyStream, since: Date): Promise<string[]> {
  const rows = await tx.legacyField.findMany({
    where: { stream, isNew: true, acceptedAt: null, firstSeenAt: { gte: since } },
    orderBy: [{ path: 'asc' }, { type: 'asc' }],
  })
  return rows.map(({ path, type }) => `${path} (${type})`)
}
