import type { Db } from '#server/db.ts'
import type { Feature } from '#server/domain/cutover/cutover.words.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { verdictDays } from '../../shadow/verdict.queries.ts'
import { kindFor } from '../../writes/own-kinds.ts'
import { streamsOf } from '../features.ts'
import { isCompared } from '../parity/comparers.ts'
import { lastPass } from '../parity/parity.store.ts'

export type StreamFacts = {
  stream: LegacyStream
  /** Whether its rows are compared at all. */
  isCompared: boolean
  /** Whether what is made here is written into the old system. */
  isWrittenAcross: boolean
  pass: { compared: number; equal: number; onlyHere: number; endedAt: Date } | null
  openMismatches: number
  /** When something was last seen unequal, mended or not. */
  lastMismatchAt: Date | null
  quarantined: number
  /** The last comparison with the old system itself. */
  reconciled: { endedAt: Date; differed: number; healed: number } | null
}

/** All that is known about a feature: what the checks decide by. */
export type Facts = {
  feature: Feature
  now: Date
  streams: StreamFacts[]
  /** Changes made here that are not in the old system yet. */
  gaps: { waiting: number; oldestAt: Date | null }
  /** Fields that both sides have changed, lately and undecided. */
  conflicts: number
  rehearsal: { endedAt: Date; passed: boolean } | null
  /** Of alerts alone: the last full days of the comparison of both engines, the youngest first. */
  shadow: { day: Date; isComplete: boolean; unexplained: number }[] | null
}

const HOUR_MS = 3_600_000
/** Full days that both engines have to agree before alerts move. */
export const SHADOW_DAYS = 7

async function streamFacts(tx: Db, stream: LegacyStream): Promise<StreamFacts> {
  // Made here and not across yet is no difference: that is what gaps are asked for.
  const last = {
    where: { stream, kind: { not: 'onlyHere' } },
    orderBy: { lastSeenAt: 'desc' },
    select: { lastSeenAt: true },
  } as const
  const [pass, openMismatches, lastMismatch, quarantined, reconciled] = [
    await lastPass(tx, stream),
    await tx.legacyMismatch.count({ where: { stream, resolvedAt: null } }),
    await tx.legacyMismatch.findFirst(last),
    await tx.legacyQuarantine.count({ where: { stream } }),
    await tx.legacyReconciliation.findFirst({
      where: { stream, endedAt: { not: null } },
      orderBy: { startedAt: 'desc' },
    }),
  ]
  const sums = reconciled?.endedAt && {
    endedAt: reconciled.endedAt,
    differed: reconciled.changed + reconciled.missing + reconciled.surplus,
    healed: reconciled.healed,
  }
  return {
    ...{
      stream,
      isCompared: isCompared(stream),
      isWrittenAcross: kindFor(stream) !== undefined,
      openMismatches,
      quarantined,
      reconciled: sums ?? null,
    },
    pass: pass?.endedAt ? { ...pass, endedAt: pass.endedAt } : null,
    lastMismatchAt: lastMismatch?.lastSeenAt ?? null,
  }
}

async function gapsOf(tx: Db, streams: readonly LegacyStream[]): Promise<Facts['gaps']> {
  const { _count, _min } = await tx.legacyWrite.aggregate({
    where: { stream: { in: [...streams] }, state: 'queued' },
    _count: { _all: true },
    _min: { queuedAt: true },
  })
  return { waiting: _count._all, oldestAt: _min.queuedAt }
}

/** Looks everything up in the caller's transaction, so that a switch decides by what it sees and by nothing older. */
export async function gatherFacts(tx: Db, feature: Feature, now: Date, quietHours: number): Promise<Facts> {
  const streams = streamsOf(feature)
  const all: StreamFacts[] = []
  for (const stream of streams) all.push(await streamFacts(tx, stream))
  const rehearsal = await tx.legacyRehearsal.findFirst({
    where: { feature, endedAt: { not: null } },
    orderBy: { requestedAt: 'desc' },
    select: { endedAt: true, passed: true },
  })
  const conflicts = await tx.legacyConflict.count({
    where: {
      stream: { in: [...streams] },
      decidedAt: null,
      foundAt: { gt: new Date(now.getTime() - quietHours * HOUR_MS) },
    },
  })
  return {
    ...{ feature, now, streams: all, conflicts, gaps: await gapsOf(tx, streams) },
    rehearsal: rehearsal?.endedAt ? { endedAt: rehearsal.endedAt, passed: rehearsal.passed === true } : null,
    shadow: feature === 'alerts' ? await verdictDays(tx, now) : null,
  }
}
