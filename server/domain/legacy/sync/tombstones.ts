import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db } from '#server/db.ts'
import { failpoint } from '#server/failpoint.ts'
import type { LegacySweep } from '#server/generated/prisma/client.ts'
import { welcome } from './arrivals.ts'
import { applyTo, removeFrom } from './lanes.ts'
import { countHeld } from './mirror.store.ts'
import { release } from './quarantine.store.ts'
import { latestDate, type Reading } from './reading.ts'
import type { SyncDeps } from './run.ts'
import { type Absent, forgetAbsences, someAbsent } from './sweep.store.ts'
import { isOurTurn } from './turn.ts'

/** A read that lost more than this is a broken read until somebody says otherwise: a share, and never so few as to be chance. */
const BRAKE_SHARE = 0.05
const BRAKE_LEAST = 25
const BATCH = 200

/** Why a sweep that misses this many documents may let none of them go; null when it may. */
export function brakeOn({ held, missing, read }: { held: number; missing: number; read: number }): string | null {
  if (missing === 0) return null
  if (read === 0) return `It read nothing, where we hold ${held.toLocaleString('en-US')}.`
  const most = Math.min(Math.max(BRAKE_LEAST, held * BRAKE_SHARE), held / 2)
  const share = Math.round((missing / held) * 100)
  return missing > most
    ? `${missing.toLocaleString('en-US')} of ${held.toLocaleString('en-US')} (${share} %) were missing.`
    : null
}

/**
 * Counts what a finished walk did not meet, and puts the brake on when it is too much to be true. Weighed once: some may
 * be buried already when a run that died here is gone on with.
 */
export async function weighAbsences(tx: Db, sweep: LegacySweep): Promise<{ missing: number; brake: string | null }> {
  if (sweep.missing > 0) return { missing: sweep.missing, brake: null }
  const missing = await tx.legacyAbsence.count({ where: { sweepId: sweep.id } })
  const held = await countHeld(tx, sweep.stream)
  const brake = brakeOn({ held, missing, read: sweep.read })
  await tx.legacySweep.update({ where: { id: sweep.id }, data: { missing, brake } })
  return { missing, brake }
}

/** The rows leave, the tombstones stay: a document that comes back finds its row again. */
export async function bury(
  tx: Db,
  { stream }: Pick<LegacySweep, 'stream'>,
  absent: Pick<Absent, 'sourceId'>[],
  reading: Reading,
): Promise<number> {
  const sourceIds = absent.map(({ sourceId }) => sourceId)
  // Who was read since we looked is there.
  const gone = await tx.legacyDocument.updateManyAndReturn({
    where: { stream, sourceId: { in: sourceIds }, goneAt: null, readAt: { lte: reading.at } },
    data: { goneAt: reading.at },
    select: { sourceId: true },
  })
  const buried = gone.map(({ sourceId }) => sourceId)
  const records = await tx.legacyRecord.findMany({ where: { stream, sourceId: { in: buried } } })
  const targetIds = records.map(({ targetId }) => targetId)
  const removed = new Set(await removeFrom(tx, stream, targetIds, reading.at))
  await tx.legacyDocument.updateMany({
    where: {
      stream,
      sourceId: { in: records.flatMap(({ sourceId, targetId }) => (removed.has(targetId) ? sourceId : [])) },
    },
    data: { removedTarget: true },
  })
  await release(tx, stream, buried)
  return buried.length
}

/** They were only overlooked: they moved, or came, while the walk went by. */
async function takeIn(tx: Db, { stream }: LegacySweep, found: SourceDocument[], reading: Reading): Promise<void> {
  if (found.length === 0) return
  const { arrived } = await applyTo(tx, stream, found, reading)
  await welcome(tx, { jobRunId: null, stream, arrived })
}

/**
 * Looks up, one by one, what a sweep did not meet. What is not there now either gets its tombstone. False when another
 * run is at work, or the brake is on.
 */
export async function settleAbsences({ db, legacy, now }: SyncDeps, sweep: LegacySweep): Promise<boolean> {
  for (;;) {
    const absent = await someAbsent(db, sweep.id, BATCH)
    if (absent.length === 0) return true
    const reading: Reading = { by: 'sight', at: now(), latest: latestDate(now()) }
    const found = await legacy.lookUp(
      sweep.stream,
      absent.map(({ idJson }) => idJson),
    )
    failpoint('sweep.before-tombstones')
    const isDone = await db.$transaction(async (tx) => {
      if (!(await isOurTurn(tx))) return false
      const there = new Set(found.map(({ sourceId }) => sourceId))
      await takeIn(tx, sweep, found, reading)
      const lost = absent.filter(({ sourceId }) => !there.has(sourceId))
      const gone = await bury(tx, sweep, lost, reading)
      await tx.legacySweep.update({ where: { id: sweep.id }, data: { gone: { increment: gone } } })
      await forgetAbsences(
        tx,
        sweep.id,
        absent.map(({ sourceId }) => sourceId),
      )
      return true
    })
    failpoint('sweep.after-tombstones')
    if (!isDone) return false
  }
}
