import { createHash } from 'node:crypto'
import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { STREAM_LABELS } from '../sync/records.store.ts'

/** Where a record stands in the old system. */
export type Twin = { targetId: string; sourceId: string; idJson: string; isGone: boolean; raw: Uint8Array | null }

/**
 * The `_id` that a record of ours gets over there: always the same, so that a second attempt meets the first one's
 * document. Its time is that of our id, which is a UUIDv7; any other id gives some time.
 */
export function objectIdFor(stream: LegacyStream, targetId: string): string {
  const milliseconds = Number.parseInt(targetId.replaceAll('-', '').slice(0, 12), 16)
  const seconds = Math.floor(milliseconds / 1000) % 2 ** 32
  const rest = createHash('sha256').update(`palmetto:${stream}:${targetId}`).digest('hex').slice(0, 16)
  return `${seconds.toString(16).padStart(8, '0')}${rest}`
}

/** The `_id` as canonical Extended JSON, for a record whose document we have never seen. */
const idJsonOf = (sourceId: string) => JSON.stringify({ _id: { $oid: sourceId.slice(2) } })

/**
 * Tells the sync whose documents these will be, before they are written: one that it meets first would become a second
 * record here.
 */
export async function introduce(db: Db, stream: LegacyStream, targetIds: readonly string[]): Promise<void> {
  if (targetIds.length === 0) return
  const rows = targetIds.map((targetId) => ({ targetId, sourceId: `o:${objectIdFor(stream, targetId)}` }))
  await db.$executeRaw`
    INSERT INTO legacy_record (stream, source_id, target_id, hash)
    SELECT ${STREAM_LABELS[stream]}::legacy_stream, i."sourceId", i."targetId", ''::bytea
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i("sourceId" text, "targetId" uuid)
     WHERE NOT EXISTS (SELECT FROM legacy_record r
                        WHERE r.target_id = i."targetId" AND r.stream = ${STREAM_LABELS[stream]}::legacy_stream)
    ON CONFLICT (stream, source_id) DO NOTHING`
}

/** Where these records stand over there, as the mirror knows it. */
export async function twinsOf(tx: Db, stream: LegacyStream, targetIds: readonly string[]): Promise<Map<string, Twin>> {
  const records = await tx.legacyRecord.findMany({
    where: { stream, targetId: { in: [...targetIds] } },
    select: { sourceId: true, targetId: true },
    // Two documents may have become one record: always the same of them is written.
    orderBy: { sourceId: 'desc' },
  })
  const documents = await tx.legacyDocument.findMany({
    where: { stream, sourceId: { in: records.map(({ sourceId }) => sourceId) } },
    select: { sourceId: true, idJson: true, goneAt: true, raw: true },
  })
  const bySource = new Map(documents.map((document) => [document.sourceId, document]))
  return new Map(
    records.map(({ sourceId, targetId }) => {
      const held = bySource.get(sourceId)
      const idJson = held?.idJson ?? idJsonOf(sourceId)
      return [targetId, { targetId, sourceId, idJson, isGone: Boolean(held?.goneAt), raw: held?.raw ?? null }]
    }),
  )
}

/** We have taken it away ourselves, or have seen that it is not there any more: the walk need not find that out. */
export async function noteGone(tx: Db, stream: LegacyStream, sourceId: string, at: Date): Promise<void> {
  await tx.legacyDocument.updateMany({ where: { stream, sourceId, goneAt: null }, data: { goneAt: at } })
}
