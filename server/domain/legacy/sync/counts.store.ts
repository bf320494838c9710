import type { SourceCursor } from '#server/adapters/mongo/mongo.ts'
import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { PageResult } from './page.ts'

type Counted = { jobRunId: string; stream: LegacyStream }

/** Opens the count of one stream in one run; a run that is tried again goes on with the one it has. */
export async function openCount(tx: Db, where: Counted, times: { startedAt: Date; sourceTime: Date }): Promise<void> {
  await tx.legacySyncCount.upsert({
    where: { jobRunId_stream: where },
    create: { ...where, ...times },
    update: { sourceTime: times.sourceTime },
    select: { stream: true },
  })
}

export async function addPage(tx: Db, where: Counted, page: PageResult): Promise<void> {
  const { read, inserted, updated, unchanged, quarantined } = page
  await tx.legacySyncCount.update({
    where: { jobRunId_stream: where },
    data: {
      read: { increment: read },
      inserted: { increment: inserted },
      updated: { increment: updated },
      unchanged: { increment: unchanged },
      quarantined: { increment: quarantined },
      pages: { increment: 1 },
    },
  })
}

/** Orphans were read, and counted as quarantined, in the run that met them: here they only count as resolved. */
export async function addResolved(tx: Db, where: Counted, resolved: number): Promise<void> {
  if (resolved === 0) return
  await tx.legacySyncCount.upsert({
    where: { jobRunId_stream: where },
    create: { ...where, resolved },
    update: { resolved: { increment: resolved } },
  })
}

export const closeCount = (tx: Db, where: Counted, { unreachable, endedAt }: { unreachable: number; endedAt: Date }) =>
  tx.legacySyncCount.update({ where: { jobRunId_stream: where }, data: { unreachable, endedAt } })

export async function readCursor(tx: Db, stream: LegacyStream): Promise<SourceCursor | null> {
  const row = await tx.legacyCursor.findUnique({ where: { stream } })
  return row?.updatedAt && row.sourceId !== null ? { updatedAt: row.updatedAt, idJson: row.sourceId } : null
}

export async function moveCursor(tx: Db, stream: LegacyStream, next: SourceCursor, advancedAt: Date): Promise<void> {
  const place = { updatedAt: next.updatedAt, sourceId: next.idJson, advancedAt }
  await tx.legacyCursor.upsert({ where: { stream }, create: { stream, ...place }, update: place })
}
