import type { LegacySource, SourceCursor } from '#server/adapters/mongo/mongo.ts'
import type { RootDb } from '#server/db.ts'
import { numberFeed } from '#server/domain/listings/listings.feed.ts'
import { env } from '#server/env.ts'
import { failpoint } from '#server/failpoint.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { Log } from '#server/log.ts'
import { welcome, welcomeTheRest } from './arrivals.ts'
import { addPage, addResolved, closeCount, moveCursor, openCount, readCursor } from './counts.store.ts'
import { newFieldsSince } from './fields.store.ts'
import { applyTo, STREAMS } from './lanes.ts'
import { readByOlderTransforms } from './mirror.store.ts'
import { reasonsOverBudget, refusedFor } from './quarantine.store.ts'
import { isSameCursor, type ReadPage, readAhead } from './read-ahead.ts'
import { KEPT, latestDate, type Reading } from './reading.ts'
import { isOurTurn } from './turn.ts'

export type SyncDeps = { db: RootDb; legacy: LegacySource; now: () => Date; log: Log }
type Options = { jobRunId: string; pageSize?: number; lagMs?: number }

/** What one run did to one stream. */
export type StreamResult = {
  stream: LegacyStream
  read: number
  inserted: number
  updated: number
  unchanged: number
  quarantined: number
  resolved: number
  unreachable: number
  /** False when the old system has no index by which changes can be asked for: only the walk reads this stream. */
  canFollow: boolean
  /** Fields of a kind that no record had when all were read, as "hoa (number)". */
  drift: string[]
  /** Reasons for which more documents are aside than chance would put there. */
  over: { reason: string; count: number }[]
  /** In quarantine now, and how many more than before. */
  waiting: number
  grown: number
  /** Another run was at work on this stream, so this one left it to that. */
  leftToAnother: boolean
}

const PAGE_SIZE = 2_000
const COUNT_EVERY_MS = 15 * 60_000
const PAGES_REREAD = 40

type Page = ReadPage & { jobRunId: string; stream: LegacyStream }

/** One page, all or nothing: rows, quarantine, counts and cursor. False when another run has taken this page. */
async function commitPage(db: RootDb, { jobRunId, stream, cursor, page, reading }: Page): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if (!(await isOurTurn(tx)) || !isSameCursor(await readCursor(tx, stream), cursor)) return false
    // A power cut may take a page back, cursor and all: then it is read again. Nobody was told that it is safe.
    await tx.$executeRaw`SET LOCAL synchronous_commit = off`
    const result = await applyTo(tx, stream, page.documents, reading)
    await welcome(tx, { jobRunId, stream, arrived: result.arrived })
    await addPage(tx, { jobRunId, stream }, result)
    if (page.next) await moveCursor(tx, stream, page.next, reading.at)
    failpoint('sync.before-page-commit')
    return true
  })
}

/** Agents whose office did not exist wait for nothing in the old system; they are tried again on each run. */
async function retryUnknownOffices(db: RootDb, jobRunId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const documents = await refusedFor(tx, 'agents', 'unknown-office')
    if (documents.length === 0 || !(await isOurTurn(tx))) return
    const { accepted, arrived } = await applyTo(tx, 'agents', documents, KEPT)
    await addResolved(tx, { jobRunId, stream: 'agents' }, accepted.length)
    await welcome(tx, { jobRunId, stream: 'agents', arrived })
  })
}

/** Better transforms read again what we hold; the old system is not asked for it. A run does a part of them. */
async function rereadKept(db: RootDb, stream: LegacyStream, jobRunId: string): Promise<number> {
  let reread = 0
  for (let page = 0; page < PAGES_REREAD; page += 1) {
    const taken = await db.$transaction(async (tx) => {
      if (!(await isOurTurn(tx))) return 0
      const documents = await readByOlderTransforms(tx, stream, PAGE_SIZE)
      const { arrived } = await applyTo(tx, stream, documents, KEPT)
      await welcome(tx, { jobRunId, stream, arrived })
      return documents.length
    })
    reread += taken
    if (taken < PAGE_SIZE) break
  }
  return reread
}

/** Counting them reads an index over all that has no date, so it is done now and then; the walk brings them anyway. */
async function countUndated({ db, legacy, now }: SyncDeps, stream: LegacyStream, latest: Date): Promise<number> {
  const last = await db.legacySyncCount.findFirst({
    where: { stream, endedAt: { gt: new Date(now().getTime() - COUNT_EVERY_MS) } },
    orderBy: { startedAt: 'desc' },
    select: { unreachable: true },
  })
  return last ? last.unreachable : legacy.countUnreachable(stream, latest)
}

/** Follows one stream up to now, less the lag on the source's own clock. */
export async function syncStream(deps: SyncDeps, stream: LegacyStream, options: Options): Promise<StreamResult> {
  const { db, legacy, now, log } = deps
  const { jobRunId, pageSize = PAGE_SIZE, lagMs = env.LEGACY_LAG_SECONDS * 1000 } = options
  const count = { jobRunId, stream }
  const waitingBefore = await db.legacyQuarantine.count({ where: { stream } })
  const sourceTime = await legacy.sourceTime()
  // A source whose clock ran ahead would carry the cursor past documents that are still to be written.
  const startedAt = now()
  const clock = Math.min(sourceTime.getTime(), startedAt.getTime())
  const until = new Date(clock - lagMs)
  await openCount(db, count, { startedAt, sourceTime })
  if (stream === 'agents') await retryUnknownOffices(db, jobRunId)
  await welcomeTheRest(db, jobRunId)
  const reread = await rereadKept(db, stream, jobRunId)

  let leftToAnother = false
  // Without an index each question would read the whole collection, each minute: the walk has to do.
  const canFollow = await legacy.canFollow(stream)
  if (canFollow) {
    const latest = latestDate(new Date(clock))
    const read = async (cursor: SourceCursor | null): Promise<ReadPage> => {
      const reading: Reading = { by: 'date', at: now(), latest }
      return { cursor, reading, page: await legacy.readPage(stream, cursor, { limit: pageSize, until }) }
    }
    for await (const page of readAhead(await readCursor(db, stream), read)) {
      leftToAnother = !(await commitPage(db, { ...count, ...page }))
      failpoint('sync.after-page-commit')
      if (leftToAnother) break
    }
  }

  // Unnumbered until the next alert run, every change would look like one that somebody holds back.
  if (stream === 'listings') await numberFeed(db)

  const unreachable = canFollow ? await countUndated(deps, stream, latestDate(new Date(clock))) : 0
  const row = await closeCount(db, count, { unreachable, endedAt: now() })
  const waiting = await db.legacyQuarantine.count({ where: { stream } })
  const [drift, over] = [await newFieldsSince(db, stream, startedAt), await reasonsOverBudget(db, stream)]
  const { read, inserted, updated, unchanged, quarantined, resolved } = row
  const counts = { read, inserted, updated, unchanged, quarantined, resolved, unreachable }
  log.info({ ...count, ...counts, reread, leftToAnother }, 'legacy stream followed')
  return {
    stream,
    ...counts,
    canFollow,
    drift,
    over,
    waiting,
    grown: Math.max(0, waiting - waitingBefore),
    leftToAnother,
  }
}

/** Follows all streams, those who are referred to first. */
export async function runSync(deps: SyncDeps, options: Options): Promise<StreamResult[]> {
  const results: StreamResult[] = []
  for (const stream of STREAMS) results.push(await syncStream(deps, stream, options))
  return results
}
