import { setTimeout as pause } from 'node:timers/promises'
import { connectDb, type RootDb } from '#server/db.ts'
import { reconcileStream } from '#server/domain/legacy/reconcile/reconcile.ts'
import { type SyncDeps, syncStream } from '#server/domain/legacy/sync/run.ts'
import { sweepStream } from '#server/domain/legacy/sync/sweep.ts'
import { log } from '#server/log.ts'
import { anOffice } from '#server/testing/factories.ts'
import { atLeast, atMost, type Bench, known, percentile, time } from '../bench.ts'
import { startBenchDatabase } from '../database.ts'
import { countStatements } from '../statements.ts'
import { type Doc, fill, type Source, startSource } from './source.ts'

const SIZES = { ci: { few: 2_000, many: 20_000 }, full: { few: 10_000, many: 1_000_000 } }
const CHANGES_A_SECOND = 500
const SECONDS = { ci: 5, full: 20 }
const MB = 2 ** 20

let runs = 0
const follow = (deps: SyncDeps, stream: 'agents' | 'contacts') => {
  runs += 1
  return syncStream(deps, stream, { jobRunId: `bench-${runs}`, lagMs: 0 })
}

/** Goes on until the walk has come to its end. */
async function walk(deps: SyncDeps) {
  for (;;) {
    const state = await sweepStream(deps, 'contacts', { everyMs: 0, perSecond: 1e9, pages: 1_000 })
    if (state.state !== 'underway') return state
  }
}

type Idle = { url: string; deps: SyncDeps; source: Source; db: RootDb }

/** What it costs to hear that nothing has changed. */
async function pollInVain({ url, deps, source, db }: Idle) {
  const times: number[] = []
  source.asked.times = 0
  const before = await db.legacyDocument.count()
  const { statements } = await countStatements(url, async () => {
    for (let round = 0; round < 20; round += 1) times.push((await time(() => follow(deps, 'contacts'))).ms)
  })
  const written = (await db.legacyDocument.count()) - before
  return { p50: percentile(times, 0.5), asked: source.asked.times / 20, statements: statements / 20, written }
}

/** Writers change `CHANGES_A_SECOND` documents each second; how old is a change when it is here? */
async function measureLag({ deps, source, db }: Idle, seconds: number, among: number): Promise<number[]> {
  const contacts = source.db.collection<Doc>('contacts')
  const writtenAt = new Map<string, number>()
  let goesOn = true
  const writer = (async () => {
    for (let second = 0; second < seconds; second += 1) {
      const due = pause(1_000)
      const ids = Array.from({ length: CHANGES_A_SECOND }, (_, index) => (second * CHANGES_A_SECOND + index) % among)
      const updatedAt = new Date()
      const phone = `(843) 555-${String(second).padStart(4, '0')}`
      // One by one by their ids, as people save them: the other side is not what is measured.
      const update = { $set: { phone, updatedAt } }
      await contacts.bulkWrite(
        ids.map((_id) => ({ updateOne: { filter: { _id }, update } })),
        { ordered: false },
      )
      for (const id of ids) writtenAt.set(`n:${id}`, updatedAt.getTime())
      await due
    }
    goesOn = false
  })()
  const lags: number[] = []
  let seen = new Date(Date.now() - 60_000)
  const look = async () => {
    const rows = await db.legacyRecord.findMany({
      where: { stream: 'contacts', syncedAt: { gt: seen } },
      select: { sourceId: true, syncedAt: true },
    })
    for (const { sourceId, syncedAt } of rows) {
      const at = writtenAt.get(sourceId)
      if (at !== undefined) lags.push(Math.max(0, syncedAt.getTime() - at))
      if (syncedAt > seen) seen = syncedAt
    }
  }
  while (goesOn) {
    await follow(deps, 'contacts')
    await look()
  }
  await writer
  await follow(deps, 'contacts')
  await look()
  return lags
}

/** The sync from end to end: a first load, a walk, polls in vain, a comparison, and changes that keep coming. */
export const bench: Bench = async ({ full, show, tell }) => {
  const { few, many } = full ? SIZES.full : SIZES.ci
  const [database, source] = [await startBenchDatabase(), await startSource()]
  const db = connectDb(database.url, 6)
  const deps: SyncDeps = { db, legacy: source.legacy, now: () => new Date(), log }
  const idle = { url: database.url, deps, source, db }
  try {
    await anOffice({ name: 'Beaufort' }, db)
    await fill(source, 0, few)
    await follow(deps, 'agents')
    const first = await time(() => follow(deps, 'contacts'))
    tell(`${few} contacts first loaded`)
    const small = await pollInVain(idle)
    await fill(source, few, many)
    tell(`the old system holds ${many} contacts`)
    const rest = await time(() => follow(deps, 'contacts'))
    show(atLeast('documents a second, from end to end', (many - few) / (rest.ms / 1000), 'documents/s', 10_000))
    show(known('the same, first pages', few / (first.ms / 1000), 'documents/s'))
    const large = await pollInVain(idle)
    show(atMost('round trips to hear that nothing changed', large.asked, 'round trips', 5))
    show(
      atMost('documents written by that', large.written, 'rows', 0, {
        note: 'its own history: one row, written twice',
      }),
    )
    show(known(`nothing changed, ${few} contacts`, small.p50, 'ms', { note: `${small.statements} statements` }))
    show(
      atMost(`nothing changed, ${many} contacts, against ${few}`, large.p50 / small.p50, 'x', 1.5, {
        note: `${large.p50.toFixed(1)} ms, ${large.statements} statements`,
      }),
    )
    const walked = await time(() => walk(deps))
    show(known('a walk that finds all as it is', many / (walked.ms / 1000), 'documents/s'))
    await source.db
      .collection<Doc>('contacts')
      .updateOne({ _id: Math.floor(many / 3) }, { $set: { source: 'Websita' } })
    const compared = await time(() => reconcileStream(deps, 'contacts'))
    const { queries, changed, healed } = compared.result
    show(
      atMost(`queries to find one changed byte among ${many}`, queries, 'queries', 20, {
        note: `${changed} found, ${healed} healed`,
      }),
    )
    show(known('that comparison', many / (compared.ms / 1000), 'documents/s'))
    const lags = await measureLag(idle, full ? SECONDS.full : SECONDS.ci, Math.min(many, 100_000))
    show(
      known(`lag at ${CHANGES_A_SECOND} changes a second, p95`, percentile(lags, 0.95), 'ms', {
        note: `${lags.length} changes`,
      }),
    )
    show(known('memory of the sync', process.memoryUsage().rss / MB, 'MB'))
  } finally {
    await db.$disconnect()
    await source.stop()
    await database.stop()
  }
}
