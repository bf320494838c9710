import type { SweepPosition, SweptPage } from '#server/adapters/mongo/mongo.ts'
import type { Db } from '#server/db.ts'
import type { LegacySweep } from '#server/generated/prisma/client.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { PageResult } from './page.ts'
import { STREAM_LABELS } from './records.store.ts'

/** The walk that is under way; a new one when there is none. Two that start at once get the same. */
export async function openSweep(tx: Db, stream: LegacyStream, startedAt: Date): Promise<LegacySweep> {
  await tx.$executeRaw`
    INSERT INTO legacy_sweep (stream, started_at) VALUES (${STREAM_LABELS[stream]}::legacy_stream, ${startedAt}::timestamptz)
    ON CONFLICT (stream) WHERE ended_at IS NULL DO NOTHING`
  return tx.legacySweep.findFirstOrThrow({ where: { stream, endedAt: null } })
}

/** A walk whose brake somebody let go, with documents left to be looked up. */
export const releasedSweep = (tx: Db, stream: LegacyStream): Promise<LegacySweep | null> =>
  tx.legacySweep.findFirst({ where: { stream, releasedAt: { not: null }, absences: { some: {} } } })

/** When this stream was walked through to its end for the last time. */
export async function lastSwept(tx: Db, stream: LegacyStream): Promise<Date | null> {
  const last = await tx.legacySweep.findFirst({
    where: { stream, endedAt: { not: null } },
    orderBy: { startedAt: 'desc' },
    select: { startedAt: true },
  })
  return last?.startedAt ?? null
}

/** Moves the walk on from `from`, with what became of the page. False when another run has moved it. */
export async function advance(tx: Db, from: LegacySweep, to: SweepPosition, page: PageResult): Promise<boolean> {
  const { read, inserted, updated, unchanged, quarantined } = page
  const { count } = await tx.legacySweep.updateMany({
    where: { id: from.id, lane: from.lane, idJson: from.idJson, endedAt: null },
    data: {
      ...{ lane: to.lane, idJson: to.idJson, pages: { increment: 1 } },
      ...{ read: { increment: read }, inserted: { increment: inserted }, updated: { increment: updated } },
      ...{ unchanged: { increment: unchanged }, quarantined: { increment: quarantined } },
    },
  })
  return count === 1
}

type Gap = Pick<SweptPage, 'from' | 'to' | 'documents'> & { readAt: Date }

/** Notes what we hold between the ends of a page and the page did not have. What came meanwhile is not missing. */
export async function noteAbsences(tx: Db, { id, stream }: LegacySweep, gap: Gap): Promise<void> {
  const met = gap.documents.map(({ sourceId }) => sourceId)
  await tx.$executeRaw`
    INSERT INTO legacy_absence (sweep_id, source_id)
    SELECT ${id}::uuid, source_id FROM legacy_document
     WHERE stream = ${STREAM_LABELS[stream]}::legacy_stream AND source_order > ${gap.from} AND source_order <= ${gap.to}
       AND gone_at IS NULL AND read_at <= ${gap.readAt}::timestamptz AND source_id <> ALL(${met}::text[])
    ON CONFLICT DO NOTHING`
}

export type Absent = { sourceId: string; idJson: string }

/** Some of those that a sweep did not meet and nobody has looked up yet. */
export const someAbsent = (tx: Db, sweepId: string, limit: number): Promise<Absent[]> =>
  tx.$queryRaw<Absent[]>`
    SELECT d.source_id AS "sourceId", d.id_json AS "idJson"
      FROM legacy_absence a JOIN legacy_sweep s ON s.id = a.sweep_id
      JOIN legacy_document d ON d.stream = s.stream AND d.source_id = a.source_id
     WHERE a.sweep_id = ${sweepId}::uuid ORDER BY a.source_id LIMIT ${limit}`

export const forgetAbsences = (tx: Db, sweepId: string, sourceIds: string[]) =>
  tx.legacyAbsence.deleteMany({ where: { sweepId, sourceId: { in: sourceIds } } })
