import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { connectDb, type RootDb } from '#server/db.ts'
import { reconcileStream } from '#server/domain/legacy/reconcile/reconcile.ts'
import { runSync, type SyncDeps } from '#server/domain/legacy/sync/run.ts'
import { type SweepState, sweepStream } from '#server/domain/legacy/sync/sweep.ts'
import { log } from '#server/log.ts'
import { anOffice } from '#server/testing/factories.ts'
import { startMongoPeer } from '#world/mongo/peer.ts'
import { startProcess } from '#world/processes.ts'
import { createRandom } from '#world/random.ts'
import { atMost, type Bench, known } from '../bench.ts'
import { startBenchDatabase } from '../database.ts'
import { fillFew } from './source.ts'
import { startWriters, type Written } from './writers.ts'

const SIZE = { contacts: 2_000, listings: 400 }
const RUNS = { ci: 1, full: 3 }
const KILLS = 20
const ROUND_MS = { least: 700, most: 3_500 }
const DROPS_A_ROUND = 6
const LAG_SECONDS = 3

type Found = { missing: number; stale: number; surplus: number }

/** What Postgres holds against what the clerks wrote last. Those in `leftOut` are not asked for. */
async function compare(db: RootDb, written: Written, leftOut: ReadonlySet<number>): Promise<Found> {
  const [people, homes] = [
    await db.$queryRaw<{ sourceId: string; phone: string }[]>`
      SELECT r.source_id AS "sourceId", c.phone FROM legacy_record r JOIN contact c ON c.id = r.target_id
       WHERE r.stream = 'contacts' AND c.removed_at IS NULL`,
    await db.$queryRaw<{ sourceId: string; cents: bigint }[]>`
      SELECT r.source_id AS "sourceId", l.list_price_cents AS cents FROM legacy_record r JOIN listing l ON l.id = r.target_id
       WHERE r.stream = 'listings'`,
  ]
  const found: Found = { missing: 0, stale: 0, surplus: 0 }
  const phones = new Map(people.map(({ sourceId, phone }) => [sourceId, phone]))
  const prices = new Map(homes.map(({ sourceId, cents }) => [sourceId, Number(cents)]))
  const look = (held: unknown, wanted: unknown) => {
    if (held === undefined) found.missing += 1
    else if (held !== wanted) found.stale += 1
  }
  for (const [id, phone] of written.contacts) if (!leftOut.has(id)) look(phones.get(`n:${id}`), phone)
  for (const [id, dollars] of written.listings) look(prices.get(`n:${id}`), dollars * 100)
  for (const sourceId of phones.keys()) if (!written.contacts.has(Number(sourceId.slice(2)))) found.surplus += 1
  return found
}

async function walk(deps: SyncDeps, stream: 'contacts' | 'listings'): Promise<SweepState> {
  for (;;) {
    const state = await sweepStream(deps, stream, { everyMs: 0, perSecond: 1e9 })
    if (state.state !== 'underway' && state.state !== 'busy') return state
  }
}

/** One whole day of clerks who write, a worker that is killed twenty times, and connections that break under it. */
async function playDay(seed: string, folder: string, tell: (line: string) => void) {
  const database = await startBenchDatabase()
  const peer = await startMongoPeer({ port: 0 })
  const client = await new MongoClient(peer.url).connect()
  const db = connectDb(database.url, 4)
  const legacy = connectLegacy({ url: peer.url, database: 'bench', timeoutMs: 5_000 })
  const deps: SyncDeps = { db, legacy, now: () => new Date(), log }
  const random = createRandom(`${seed} kills`)
  try {
    await anOffice({ name: 'Beaufort' }, db)
    const written: Written = { ...(await fillFew(client.db('bench'), SIZE)), untold: new Set(), writes: 0 }
    await runSync(deps, { jobRunId: 'first', lagMs: 0 })
    const stopWriting = startWriters(client.db('bench'), seed, written)
    const command = [process.execPath, new URL('victim.run.ts', import.meta.url).pathname]
    const environment = { LEGACY_MONGO_URL: peer.url, LEGACY_MONGO_DATABASE: 'bench', DATABASE_POOL: '3' }
    for (let kill = 0; kill < KILLS; kill += 1) {
      const victim = await startProcess({
        command,
        env: {
          ...environment,
          DATABASE_URL: database.url,
          LEGACY_LAG_SECONDS: String(LAG_SECONDS),
          LOG_LEVEL: 'silent',
        },
        logFile: join(folder, `${kill}.log`),
      })
      await new Promise((ready) => victim.child.stdout?.once('data', ready))
      for (let drop = 0; drop < DROPS_A_ROUND; drop += 1) {
        // Half of them before the answer was made, half of them after.
        const fault = drop % 2 === 0 ? ({ close: true } as const) : ({ closeAfter: true } as const)
        peer.fail(['find', 'getMore', 'count'], { ...fault, collection: random.pick(['contacts', 'listings']) })
      }
      await pause(random.int(ROUND_MS.least, ROUND_MS.most))
      await victim.kill()
      peer.heal()
    }
    tell(`${KILLS} kills, ${written.writes} writes`)
    await stopWriting()
    await pause((LAG_SECONDS + 1) * 1000)
    await runSync(deps, { jobRunId: 'last', lagMs: 0 })
    const byDates = await compare(db, written, written.untold)
    for (const stream of ['contacts', 'listings'] as const) await walk(deps, stream)
    const all = await compare(db, written, new Set())
    const digests = [await reconcileStream(deps, 'contacts'), await reconcileStream(deps, 'listings')]
    const differing = digests.reduce((sum, { changed, missing, surplus }) => sum + changed + missing + surplus, 0)
    const aside = await db.legacyQuarantine.count()
    return { writes: written.writes, byDates, all, differing, aside }
  } finally {
    await legacy.close()
    await client.close()
    await peer.stop()
    await db.$disconnect()
    await database.stop()
  }
}

/** Kills the sync again and again while clerks write and connections break; then everything has to be there. */
export const bench: Bench = async ({ full, show, tell }) => {
  const folder = await mkdtemp(join(tmpdir(), 'palmetto-sync-kills-'))
  const days: Awaited<ReturnType<typeof playDay>>[] = []
  try {
    for (let day = 0; day < (full ? RUNS.full : RUNS.ci); day += 1) days.push(await playDay(`day ${day}`, folder, tell))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const sum = (of: (day: (typeof days)[number]) => number) => days.reduce((total, day) => total + of(day), 0)
  const note = `${sum(({ writes }) => writes)} writes, ${days.length * KILLS} kills`
  show(
    atMost(
      'missing after the lane of dates',
      sum(({ byDates }) => byDates.missing),
      'documents',
      0,
      { note },
    ),
  )
  show(
    atMost(
      'stale after the lane of dates',
      sum(({ byDates }) => byDates.stale),
      'documents',
      0,
    ),
  )
  show(
    atMost(
      'missing after a walk',
      sum(({ all }) => all.missing),
      'documents',
      0,
    ),
  )
  show(
    atMost(
      'stale after a walk',
      sum(({ all }) => all.stale),
      'documents',
      0,
    ),
  )
  show(
    atMost(
      'there although deleted',
      sum(({ all }) => all.surplus),
      'documents',
      0,
    ),
  )
  show(
    atMost(
      'differences that the digests find',
      sum(({ differing }) => differing),
      'documents',
      0,
    ),
  )
  show(
    known(
      'put aside',
      sum(({ aside }) => aside),
      'documents',
    ),
  )
}
