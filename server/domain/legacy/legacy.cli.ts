import { parseArgs } from 'node:util'
import { checkSource } from '#server/adapters/mongo/mongo.check.ts'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { db } from '#server/db.ts'
import { env } from '#server/env.ts'
import { log } from '#server/log.ts'
import { reportOf } from './check/report.ts'
import { compareAll } from './cutover/parity/report.ts'
import { reconcileStream } from './reconcile/reconcile.ts'
import { reconcileInWords } from './reconcile/reconcile.words.ts'
import { STREAMS } from './sync/lanes.ts'
import { runSync, type SyncDeps } from './sync/run.ts'
import { syncInWords } from './sync/run.words.ts'
import { type SweepState, sweepStream } from './sync/sweep.ts'
import { sweepInWords } from './sync/sweep.words.ts'

// For operators: what the jobs do by the clock, once and by hand, and a look at a server that changes nothing.
const USAGE = `npm run legacy -- check <mongodb uri> [--database name]   tries and describes a server; only reads
npm run legacy -- sync                                    follows what has changed
npm run legacy -- sweep                                   walks through everything
npm run legacy -- reconcile                               compares both sides, names and heals what differs
npm run legacy -- parity                                  compares what came over with our rows, field by field
`

async function sweepAll(deps: SyncDeps): Promise<SweepState[]> {
  const states: SweepState[] = []
  for (const stream of STREAMS) {
    let state = await sweepStream(deps, stream, { everyMs: 0 })
    while (state.state === 'underway') state = await sweepStream(deps, stream, { everyMs: 0 })
    states.push(state)
  }
  return states
}

/** Runs one of the jobs against the configured databases and says what it did. */
async function runJob(command: string): Promise<{ words: string; outcome: string } | null> {
  const legacy = connectLegacy({ url: env.LEGACY_MONGO_URL, database: env.LEGACY_MONGO_DATABASE })
  const deps: SyncDeps = { db, legacy, now: () => new Date(), log }
  try {
    if (command === 'sync') return syncInWords(await runSync(deps, { jobRunId: `by-hand-${crypto.randomUUID()}` }))
    if (command === 'sweep') return sweepInWords(await sweepAll(deps))
    if (command === 'parity') return await compareAll(deps)
    if (command !== 'reconcile') return null
    const found = []
    for (const stream of STREAMS) found.push(await reconcileStream(deps, stream))
    return reconcileInWords(found)
  } finally {
    await legacy.close()
    await db.$disconnect()
  }
}

const { positionals, values } = parseArgs({ options: { database: { type: 'string' } }, allowPositionals: true })
const [command = '', uri] = positionals
if (command === 'check' && uri) {
  const found = await checkSource(uri, values.database ?? env.LEGACY_MONGO_DATABASE)
  process.stdout.write(reportOf(found))
  process.exitCode = found.probes.some(({ problem }) => problem) ? 1 : 0
} else {
  const result = await runJob(command)
  process.stdout.write(result ? `${result.words}\n` : USAGE)
  process.exitCode = result ? (result.outcome === 'bad' ? 1 : 0) : 2
}
