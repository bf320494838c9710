import { decodeDocument, type SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { RefusalReason } from '../legacy.words.ts'
import { STREAM_LABELS } from './records.store.ts'
import type { Reference, Refusal } from './transform.ts'

export type Refused = { document: SourceDocument; refusal: Refusal; waitsFor: Reference | null; revision: string }

/** Keeps refused documents whole, with the reason. One that is refused again for the same reason is not touched. */
export async function quarantine(tx: Db, stream: LegacyStream, refused: Refused[]): Promise<void> {
  if (refused.length === 0) return
  const rows = refused.map(({ document, refusal, waitsFor, revision }) => ({
    sourceId: document.sourceId,
    ...refusal,
    waitsForStream: waitsFor && STREAM_LABELS[waitsFor.stream],
    waitsForId: waitsFor?.sourceId ?? null,
    revision,
    raw: Buffer.from(document.raw).toString('base64'),
  }))
  await tx.$executeRaw`
    INSERT INTO legacy_quarantine AS q
      (stream, source_id, reason, path, sample, waits_for_stream, waits_for_id, hash, raw)
    SELECT ${STREAM_LABELS[stream]}::legacy_stream, i."sourceId", i.reason, i.path, i.sample, i."waitsForStream",
           i."waitsForId", decode(i.revision, 'hex'), decode(i.raw, 'base64')
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(
             "sourceId" text, reason text, path text, sample text, "waitsForStream" legacy_stream, "waitsForId" text,
             revision text, raw text)
    ON CONFLICT (stream, source_id) DO UPDATE SET
      reason = excluded.reason, path = excluded.path, sample = excluded.sample, hash = excluded.hash,
      waits_for_stream = excluded.waits_for_stream, waits_for_id = excluded.waits_for_id, raw = excluded.raw,
      attempts = q.attempts + 1, last_seen_at = clock_timestamp()
    WHERE (q.reason, q.hash, q.waits_for_stream, q.waits_for_id)
          IS DISTINCT FROM (excluded.reason, excluded.hash, excluded.waits_for_stream, excluded.waits_for_id)`
}

/** Lets go of documents that were accepted after all. Says how many there were. */
export async function release(tx: Db, stream: LegacyStream, sourceIds: string[]): Promise<number> {
  if (sourceIds.length === 0) return 0
  return tx.$executeRaw`
    DELETE FROM legacy_quarantine
     WHERE stream = ${STREAM_LABELS[stream]}::legacy_stream AND source_id = ANY(${sourceIds}::text[])`
}

export type Orphan = { stream: LegacyStream; document: SourceDocument }

/** Some of the orphans whose target is among these documents. One that is tried again waits for it no longer. */
export async function orphansOf(tx: Db, stream: LegacyStream, sourceIds: string[], limit: number): Promise<Orphan[]> {
  // Nearly always nobody waits: ids are one parameter, two thousand of them would cost more than this answer.
  const found = await tx.$queryRaw<{ sourceId: string }[]>`
    SELECT DISTINCT waits_for_id AS "sourceId" FROM legacy_quarantine
     WHERE waits_for_stream = ${STREAM_LABELS[stream]}::legacy_stream AND waits_for_id = ANY(${sourceIds}::text[])`
  if (found.length === 0) return []
  const rows = await tx.legacyQuarantine.findMany({
    where: { waitsForStream: stream, waitsForId: { in: found.map(({ sourceId }) => sourceId) } },
    select: { stream: true, raw: true },
    orderBy: [{ stream: 'asc' }, { sourceId: 'asc' }],
    take: limit,
  })
  return rows.map((row) => ({ stream: row.stream, document: decodeDocument(row.raw) }))
}

/** Refused documents of a stream whose same field was refused for the same reason. */
export async function refusedAt(tx: Db, stream: LegacyStream, where: { reason: string; path: string | null }) {
  const rows = await tx.legacyQuarantine.findMany({ where: { stream, ...where }, select: { raw: true }, take: 500 })
  return rows.map(({ raw }) => decodeDocument(raw))
}

/** More of a stream than this share, aside for one reason, is no dirt any more: something has changed over there. */
const BUDGET_SHARE = 0.1
const BUDGET_LEAST = 50

/** Reasons for which more documents are aside than chance would put there. Orphans wait for others, and are not counted. */
export async function reasonsOverBudget(tx: Db, stream: LegacyStream): Promise<{ reason: string; count: number }[]> {
  const rows = await tx.legacyQuarantine.groupBy({
    by: ['reason'],
    where: { stream, reason: { not: 'orphan' } },
    _count: { _all: true },
  })
  const many = rows.flatMap(({ reason, _count }) =>
    _count._all > BUDGET_LEAST ? [{ reason, count: _count._all }] : [],
  )
  if (many.length === 0) return []
  // Only asked when it matters: a million rows are not counted each minute.
  const held = await tx.legacyDocument.count({ where: { stream, goneAt: null } })
  return many.filter(({ count }) => count > held * BUDGET_SHARE)
}

/** All documents of a stream that wait for the same kind of help. */
export async function refusedFor(tx: Db, stream: LegacyStream, reason: RefusalReason): Promise<SourceDocument[]> {
  const rows = await tx.legacyQuarantine.findMany({ where: { stream, reason }, select: { raw: true }, take: 500 })
  return rows.map(({ raw }) => decodeDocument(raw))
}
