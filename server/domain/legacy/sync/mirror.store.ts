import { decodeDocument, type SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { noteFields } from './fields.store.ts'
import type { Held, Reading } from './reading.ts'
import { STREAM_LABELS } from './records.store.ts'
import { TRANSFORM_VERSION } from './transform.ts'

export type Mirrored = Held & { appliedVersion: number }

/** What we hold of these documents of the source, whatever became of them. */
export async function mirroredOf(tx: Db, stream: LegacyStream, sourceIds: string[]): Promise<Map<string, Mirrored>> {
  const rows = await tx.$queryRaw<(Mirrored & { sourceId: string })[]>`
    SELECT source_id AS "sourceId", encode(hash, 'hex') AS hash, updated_at AS "updatedAt", read_at AS "readAt",
           gone_at IS NOT NULL AS "isGone", removed_target AS "removedTarget", applied_version AS "appliedVersion"
      FROM legacy_document
     WHERE stream = ${STREAM_LABELS[stream]}::legacy_stream AND source_id = ANY(${sourceIds}::text[])`
  return new Map(rows.map(({ sourceId, ...held }) => [sourceId, held]))
}

type Present = { present: readonly SourceDocument[]; mirrored: ReadonlyMap<string, Mirrored>; reading: Reading }

const told = (bytes: Uint8Array, as: 'hex' | 'base64') =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(as)

/** Keeps documents as they came. One that is held already as it is, and was read by these transforms, is not touched. */
export async function mirror(tx: Db, stream: LegacyStream, { present, mirrored, reading }: Present): Promise<void> {
  const isRead = ({ sourceId, hash }: SourceDocument) => mirrored.get(sourceId)?.hash !== told(hash, 'hex')
  await noteFields(tx, stream, present.filter(isRead), reading.at)
  const rows = present.flatMap((document) => {
    const hash = told(document.hash, 'hex')
    const held = mirrored.get(document.sourceId)
    const isSame = held?.hash === hash && !held.isGone && held.updatedAt?.getTime() === document.updatedAt?.getTime()
    if (isSame && held.appliedVersion === TRANSFORM_VERSION) return []
    return [{ ...document, hash }]
  })
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO legacy_document AS d
      (stream, source_id, source_order, id_json, updated_at, hash, raw, applied_version, read_at)
    SELECT ${STREAM_LABELS[stream]}::legacy_stream, i."sourceId", decode(i."order", 'hex'), i."idJson", i."updatedAt",
           decode(i.hash, 'hex'), decode(i.raw, 'base64'), ${TRANSFORM_VERSION}::int, ${reading.at}::timestamptz
      FROM unnest(${rows.map(({ sourceId }) => sourceId)}::text[], ${rows.map(({ order }) => told(order, 'hex'))}::text[],
                  ${rows.map(({ idJson }) => idJson)}::text[],
                  ${rows.map(({ updatedAt }) => updatedAt?.toISOString() ?? null)}::timestamptz[],
                  ${rows.map(({ hash }) => hash)}::text[], ${rows.map(({ raw }) => told(raw, 'base64'))}::text[])
             AS i("sourceId", "order", "idJson", "updatedAt", hash, raw)
     ORDER BY i."sourceId"
    ON CONFLICT (stream, source_id) DO UPDATE SET
      updated_at = excluded.updated_at, hash = excluded.hash, raw = excluded.raw, id_json = excluded.id_json,
      applied_version = excluded.applied_version, read_at = greatest(d.read_at, excluded.read_at),
      gone_at = NULL, removed_target = false`
}

/** Documents that an older version of the transforms has read, as they were kept. */
export async function readByOlderTransforms(tx: Db, stream: LegacyStream, limit: number): Promise<SourceDocument[]> {
  const rows = await tx.legacyDocument.findMany({
    where: { stream, appliedVersion: { lt: TRANSFORM_VERSION }, goneAt: null },
    select: { raw: true },
    orderBy: [{ appliedVersion: 'asc' }],
    take: limit,
  })
  return rows.map(({ raw }) => decodeDocument(raw))
}

/** How many documents of the source we hold, and take to be there still. */
export const countHeld = (tx: Db, stream: LegacyStream): Promise<number> =>
  tx.legacyDocument.count({ where: { stream, goneAt: null } })
