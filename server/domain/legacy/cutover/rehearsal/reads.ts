import type { LegacySource } from '#server/adapters/mongo/mongo.ts'
import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { isCompared } from '../parity/comparers.ts'
import { judge, type Kept } from '../parity/verdicts.ts'

/** As many as one question to the old system can name without being felt. */
const SAMPLE = 200

export type SampledReads = { read: number; onTheirWay: number; unequal: string[] }

/** Documents from all over the stream, and those that came last. */
async function sampleOf(tx: Db, stream: LegacyStream) {
  const select = { sourceId: true, idJson: true, hash: true, updatedAt: true } as const
  const where = { stream, goneAt: null }
  const recent = await tx.legacyDocument.findMany({ where, select, orderBy: { readAt: 'desc' }, take: SAMPLE / 2 })
  const count = await tx.legacyDocument.count({ where })
  const skip = Math.max(0, Math.floor((count - SAMPLE / 2) / 2))
  const middle = await tx.legacyDocument.findMany({
    where,
    select,
    orderBy: { sourceId: 'asc' },
    skip,
    take: SAMPLE / 2,
  })
  return new Map([...recent, ...middle].map((one) => [one.sourceId, one]))
}

/**
 * Reads records from the old system itself and from our tables, and compares the answers. One that has changed over there
 * since it was last read is on its way, and says nothing about either side.
 */
export async function sampleReads(deps: { db: Db; legacy: LegacySource }, stream: LegacyStream): Promise<SampledReads> {
  if (!isCompared(stream)) throw new Error(`Nothing compares ${stream}.`)
  const sample = await sampleOf(deps.db, stream)
  const live = await deps.legacy.lookUp(
    stream,
    [...sample.values()].map(({ idJson }) => idJson),
  )
  const kept = live.flatMap(({ sourceId, raw, hash }): Kept[] => {
    const held = sample.get(sourceId)
    const isSame = held && Buffer.compare(held.hash, hash) === 0
    return isSame ? [{ sourceId, raw, updatedAt: held.updatedAt, goneAt: null }] : []
  })
  const judged = await judge(deps.db, stream, kept)
  const said = judged.filter(({ verdict: { kind } }) => kind !== 'quarantined')
  const unequal = said.flatMap(({ sourceId, verdict: { kind } }) => (kind === 'equal' ? [] : [sourceId]))
  return { read: said.length, onTheirWay: sample.size - kept.length, unequal }
}
