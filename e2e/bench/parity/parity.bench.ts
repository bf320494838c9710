import { connectDb } from '#server/db.ts'
import { type CompareState, compareStream } from '#server/domain/legacy/cutover/parity/compare.ts'
import { reconcileStream } from '#server/domain/legacy/reconcile/reconcile.ts'
import { type SyncDeps, syncStream } from '#server/domain/legacy/sync/run.ts'
import { log } from '#server/log.ts'
import { anOffice } from '#server/testing/factories.ts'
import { atMost, type Bench, known, time } from '../bench.ts'
import { startBenchDatabase } from '../database.ts'
import { type Doc, fill, startSource } from '../sync/source.ts'

const DOCUMENTS = { ci: 100_000, full: 1_000_000 }
const MB = 2 ** 20

/** The most memory that this process held while some work was done. */
async function peakWhile<T>(work: () => Promise<T>): Promise<{ mb: number; result: T }> {
  let most = process.memoryUsage().rss
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 50)
  try {
    return { result: await work(), mb: most / MB }
  } finally {
    clearInterval(looking)
  }
}

/** Goes on until the pass has come to its end. */
async function comparePass(deps: SyncDeps): Promise<CompareState> {
  for (;;) {
    const state = await compareStream(deps, 'contacts', { everyMs: 0, perSecond: 1e9, pages: 10_000 })
    if (state.state !== 'underway') return state
  }
}

/**
 * Source = mirror = tables, at size: one byte that changes in silence over there is found by digests, named and healed;
 * one field that changes here is found by the comparison of the mirror with the rows.
 */
export const bench: Bench = async ({ full, show, tell }) => {
  const size = full ? DOCUMENTS.full : DOCUMENTS.ci
  const [database, source] = [await startBenchDatabase(), await startSource()]
  const db = connectDb(database.url, 6)
  const deps: SyncDeps = { db, legacy: source.legacy, now: () => new Date(), log }
  const reconcile = () => peakWhile(() => time(() => reconcileStream(deps, 'contacts')))
  try {
    await anOffice({ name: 'Beaufort' }, db)
    await fill(source, 0, size)
    tell(`the old system holds ${size} contacts`)
    for (const stream of ['agents', 'contacts'] as const) {
      await syncStream(deps, stream, { jobRunId: `bench-${stream}`, lagMs: 0 })
    }
    tell('all of them are here')
    const equal = await reconcile()
    show(atMost('differences between equal sides', equal.result.result.differingRanges, 'ranges', 0))

    const changed = Math.floor(size / 3)
    // One byte, and not its date: nothing that follows changes can see it.
    await source.db.collection<Doc>('contacts').updateOne({ _id: changed }, { $set: { source: 'Websita' } })
    const found = await reconcile()
    const { queries, examples, healed, compared } = found.result.result
    show(
      atMost(`queries to find one changed byte among ${size}`, queries, 'queries', 19, {
        note: `${compared} compared, ${healed} healed`,
      }),
    )
    show(
      atMost(
        'documents named that had not changed',
        examples.filter((id) => id !== `n:${changed}`).length,
        'documents',
        0,
      ),
    )
    const record = await db.legacyRecord.findUniqueOrThrow({
      where: { stream_sourceId: { stream: 'contacts', sourceId: `n:${changed}` } },
    })
    const row = await db.contact.findUniqueOrThrow({ where: { id: record.targetId } })
    show(atMost('named and healed, but not so in the table', row.source === 'Websita' ? 0 : 1, 'rows', 0))
    show(known('seconds to find, name and heal it', found.result.ms / 1000, 's'))
    show(known('documents compared by digests a second', size / (found.result.ms / 1000), 'documents/s'))
    show(known('most memory meanwhile', found.mb, 'MB'))
    const again = await reconcile()
    show(atMost('differences after that', again.result.result.differingRanges, 'ranges', 0))

    await db.contact.update({ where: { id: record.targetId }, data: { phone: '+18435550199' } })
    const pass = await peakWhile(() => time(() => comparePass(deps)))
    show(
      atMost(
        'rows told unequal that are equal, or the other way round',
        Math.abs(pass.result.result.unequal - 1),
        'rows',
        0,
        {
          note: `${pass.result.result.compared} compared field by field`,
        },
      ),
    )
    show(known('documents compared with their rows a second', size / (pass.result.ms / 1000), 'documents/s'))
    show(known('most memory meanwhile, rows', pass.mb, 'MB'))
  } finally {
    await db.$disconnect()
    await source.stop()
    await database.stop()
  }
}
