import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { Plain } from './shared-fields.ts'
import type { FieldConflict } from './three-way.ts'

type Found = {
  stream: LegacyStream
  targetId: string
  sourceId: string
  conflicts: readonly FieldConflict[]
  oursAt: Date
  theirsAt: Date | null
  at: Date
}

const toJson = (value: Plain) => (value === null ? Prisma.JsonNull : value)

/** Keeps what was changed on both sides, with whose stands. */
export async function recordConflicts(tx: Db, found: readonly Found[]): Promise<void> {
  const rows = found.flatMap(({ conflicts, at, ...record }) =>
    conflicts.map(({ field, base, ours, theirs, taken, rule }) => ({
      ...{ stream: record.stream, targetId: record.targetId, sourceId: record.sourceId },
      ...{ oursAt: record.oursAt, theirsAt: record.theirsAt, foundAt: at, field, taken, rule },
      ...{ base: toJson(base), ours: toJson(ours), theirs: toJson(theirs) },
    })),
  )
  if (rows.length > 0) await tx.legacyConflict.createMany({ data: rows })
}
