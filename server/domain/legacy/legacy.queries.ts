import type { Context } from '#server/context.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { ListQuarantineInput } from './legacy.schema.ts'
import { refusalWords } from './legacy.words.ts'

const STREAMS: readonly LegacyStream[] = ['agents', 'contacts', 'listings', 'savedSearches']
const PAGE_SIZE = 50

const counts = {
  ...{ jobRunId: true, stream: true, read: true, inserted: true, updated: true, unchanged: true, quarantined: true },
  ...{ resolved: true, unreachable: true, pages: true, startedAt: true, endedAt: true },
} as const

/** How each stream of the sync stands: how far it has come, what its last run did, and what had to be put aside and why. */
export async function getStreams({ db, now }: Context) {
  const [cursors, accepted, reasons, lasts] = await Promise.all([
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
      reasons: aside.map(({ reason, _count }) => ({ reason, words: refusalWords(reason), count: _count._all })),
      unreachable: last?.unreachable ?? 0,
      last,
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

const cursorAt = ({ stream, sourceId }: { stream: LegacyStream; sourceId: string }) => `${stream}/${sourceId}`

/** By where the last page ended, not by its last row: that one may have been let out since. */
function afterCursor(cursor: string | null | undefined): Prisma.LegacyQuarantineWhereInput {
  const [name, ...rest] = cursor?.split('/') ?? []
  const stream = STREAMS.find((one) => one === name)
  if (!stream) return {}
  const sourceId = rest.join('/')
  const later = STREAMS.slice(STREAMS.indexOf(stream) + 1)
  return { OR: [{ sourceId: { gt: sourceId } }, { sourceId, stream: { in: [...later] } }] }
}

/** Documents that were put aside, without the documents themselves. */
export async function listQuarantine({ db }: Context, { stream, reason, cursor }: ListQuarantineInput) {
  const rows = await db.legacyQuarantine.findMany({
    where: { AND: [stream ? { stream } : {}, reason ? { reason } : {}, afterCursor(cursor)] },
    omit: { raw: true, hash: true },
    orderBy: [{ sourceId: 'asc' }, { stream: 'asc' }],
    take: PAGE_SIZE + 1,
  })
  const items = rows.slice(0, PAGE_SIZE)
  const last = items.at(-1)
  return {
    items: items.map((row) => ({ ...row, words: refusalWords(row.reason) })),
    nextCursor: rows.length > PAGE_SIZE && last ? cursorAt(last) : undefined,
  }
}
