import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { Correction } from './corrections.ts'
import { STREAM_LABELS } from './records.store.ts'

/** Under this name a record's `extra` lists the fields that a correction has changed. */
export const CORRECTED = '$corrected'

/** What may apply to these documents: their own corrections, and those of words. */
export const correctionsFor = (tx: Db, stream: LegacyStream, sourceIds: string[]): Promise<Correction[]> =>
  tx.$queryRaw<Correction[]>`
    SELECT source_id AS "sourceId", path, original, value
      FROM legacy_correction
     WHERE stream = ${STREAM_LABELS[stream]}::legacy_stream
       AND (source_id IS NULL OR source_id = ANY(${sourceIds}::text[]))
     ORDER BY made_at`

/** The documents whose rows this correction has shaped, as we keep them. */
export async function documentsShapedBy(
  tx: Db,
  stream: LegacyStream,
  { sourceId, path }: Pick<Correction, 'sourceId' | 'path'>,
): Promise<{ raw: Uint8Array }[]> {
  const records = await tx.legacyRecord.findMany({
    where: { stream, ...(sourceId === null ? {} : { sourceId }), extra: { path: [CORRECTED], array_contains: [path] } },
    select: { sourceId: true },
  })
  const sourceIds = records.map((record) => record.sourceId)
  return tx.legacyDocument.findMany({ where: { stream, sourceId: { in: sourceIds } }, select: { raw: true } })
}
