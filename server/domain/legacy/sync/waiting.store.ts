import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { STREAMS } from '../legacy.words.ts'
import { referenceKey, STREAM_LABELS } from './records.store.ts'
import { WANTED_STREAMS } from './transform.ts'

/** Under this name a record's `extra` lists whom its document names and who is not here yet, as "agents/n:7". */
export const WANTS = '$wants'
/** In place of a revision: to be read again, although the document is the same. */
export const UNREAD = '00'

export type Waiting = { stream: LegacyStream; raw: Uint8Array | null }
type Row = { label: string; raw: Uint8Array | null }

/**
 * Some of the records whose document names one of these, to be read again: each is taken once, and says anew what it
 * waits for. Without a document where that is gone.
 */
export async function takeWaiting(
  tx: Db,
  stream: LegacyStream,
  arrived: readonly string[],
  limit: number,
): Promise<Waiting[]> {
  if (!WANTED_STREAMS.some((one) => one === stream)) return []
  const keys = arrived.map((sourceId) => referenceKey({ stream, sourceId }))
  // The name stands in the text of the statement: only so does the partial index answer.
  const rows = await tx.$queryRaw<Row[]>`
    WITH waiting AS (
      SELECT stream, source_id FROM legacy_record
       WHERE extra ? '$wants' AND extra->'$wants' ?| ${keys}::text[]
       ORDER BY stream, source_id LIMIT ${limit}
    ), taken AS (
      UPDATE legacy_record r SET extra = nullif(extra - '$wants', '{}'), hash = decode(${UNREAD}, 'hex')
        FROM waiting w WHERE r.stream = w.stream AND r.source_id = w.source_id
      RETURNING r.stream, r.source_id
    )
    SELECT t.stream::text AS label, d.raw
      FROM taken t
      LEFT JOIN legacy_document d ON d.stream = t.stream AND d.source_id = t.source_id AND d.gone_at IS NULL`
  return rows.flatMap(({ label, raw }) => {
    const waiting = STREAMS.find((one) => STREAM_LABELS[one] === label)
    return waiting ? [{ stream: waiting, raw }] : []
  })
}

/** Remembers who has come, for whom more waited than one transaction lets in. */
export async function rememberArrivals(tx: Db, stream: LegacyStream, arrived: readonly string[]): Promise<void> {
  await tx.legacyArrival.createMany({
    data: arrived.map((sourceId) => ({ stream, sourceId })),
    skipDuplicates: true,
  })
}

/** Some of those who were remembered, of one stream, and remembered no more. */
export async function takeArrivals(tx: Db, limit: number): Promise<{ stream: LegacyStream; arrived: string[] } | null> {
  const first = await tx.legacyArrival.findFirst({ orderBy: [{ stream: 'asc' }, { sourceId: 'asc' }] })
  if (!first) return null
  const { stream } = first
  const rows = await tx.legacyArrival.findMany({ where: { stream }, orderBy: { sourceId: 'asc' }, take: limit })
  const arrived = rows.map(({ sourceId }) => sourceId)
  await tx.legacyArrival.deleteMany({ where: { stream, sourceId: { in: arrived } } })
  return { stream, arrived }
}
