import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { feedHorizon, HORIZON_LIMIT_MS } from '#server/domain/listings/listings.feed.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { refusalLabel, refusalWords, STREAMS } from './legacy.words.ts'

const STRIP = 48

const counts = {
  ...{ jobRunId: true, stream: true, read: true, inserted: true, updated: true, unchanged: true, quarantined: true },
  ...{ resolved: true, unreachable: true, pages: true, startedAt: true, endedAt: true, sourceTime: true },
} as const

const lastWalk = (db: Db, stream: LegacyStream) =>
  db.legacySweep.findFirst({
    where: { stream, endedAt: { not: null } },
    orderBy: { startedAt: 'desc' },
    select: {
      ...{ id: true, read: true, updated: true, missing: true, gone: true, brake: true },
      ...{ startedAt: true, endedAt: true },
    },
  })

/** How each stream of the sync stands: how far it has come, what its last run did, and what had to be put aside and why. */
export async function getStreams({ db, now }: Context) {
  const [cursors, accepted, reasons, lasts, recent, walks] = await Promise.all([
    db.legacyCursor.findMany(),
    db.legacyRecord.groupBy({ by: ['stream'], _count: { _all: true } }),
    db.legacyQuarantine.groupBy({
      by: ['stream', 'reason'],
      _count: { _all: true },
      orderBy: { _count: { reason: 'desc' } },
    }),
    Promise.all(
      STREAMS.map((stream) =>
        db.legacySyncCount.findFirst({
          where: { stream, endedAt: { not: null } },
          orderBy: { startedAt: 'desc' },
          select: counts,
        }),
      ),
    ),
    db.legacySyncCount.findMany({ orderBy: { startedAt: 'desc' }, take: STRIP * STREAMS.length, select: counts }),
    Promise.all(STREAMS.map((stream) => lastWalk(db, stream))),
  ])
  return STREAMS.map((stream, index) => {
    const last = lasts[index] ?? null
    const cursor = cursors.find((one) => one.stream === stream)
    const aside = reasons.filter((one) => one.stream === stream)
    return {
      stream,
      /** Everything that changed in the old system up to this moment is here. */
      followedUntil: cursor?.updatedAt ?? null,
      advancedAt: cursor?.advancedAt ?? null,
      accepted: accepted.find((one) => one.stream === stream)?._count._all ?? 0,
      quarantined: aside.reduce((sum, { _count }) => sum + _count._all, 0),
      reasons: aside.map(({ reason, _count }) => ({
        ...{ reason, label: refusalLabel(reason), words: refusalWords(reason) },
        count: _count._all,
      })),
      unreachable: last?.unreachable ?? 0,
      /** The last walk by id that came to its end. */
      walk: walks[index] ?? null,
      last,
      /** The last runs, oldest first: how much each of them read. */
      runs: recent.filter((run) => run.stream === stream).reverse(),
      /** Milliseconds since a run reached the end of this stream; null when none ever did. */
      sinceSuccessMs: last?.endedAt ? now().getTime() - last.endedAt.getTime() : null,
    }
  })
}

/** What one run of the sync did, stream by stream. */
export async function getSyncOfRun({ db }: Context, { runId }: { runId: string }) {
  const rows = await db.legacySyncCount.findMany({ where: { jobRunId: runId }, select: counts })
  return STREAMS.flatMap((stream) => rows.find((row) => row.stream === stream) ?? [])
}

/**
 * How old the oldest change is that the alert runs can't see yet. Beyond the limit somebody's write holds it back, and
 * "nothing changed" would be a lie.
 */
export async function getFeed({ db, now }: Context) {
  const ageMs = await feedHorizon(db)
  return { ageMs, limitMs: HORIZON_LIMIT_MS, isHeldBack: ageMs > HORIZON_LIMIT_MS, measuredAt: now() }
}
