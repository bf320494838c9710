import { setTimeout as pause } from 'node:timers/promises'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { db } from '#server/db.ts'
import { STREAMS } from '#server/domain/legacy/legacy.words.ts'
import { runSync, type SyncDeps } from '#server/domain/legacy/sync/run.ts'
import { sweepStream } from '#server/domain/legacy/sync/sweep.ts'
import { env } from '#server/env.ts'
import { log } from '#server/log.ts'

// What a worker does with the old system all day, without a rest, until somebody kills it.
const legacy = connectLegacy({ url: env.LEGACY_MONGO_URL, database: env.LEGACY_MONGO_DATABASE, timeoutMs: 2_000 })
const deps: SyncDeps = { db, legacy, now: () => new Date(), log }
const PAGE = 200

process.stdout.write('ready\n')
for (let round = 0; ; round += 1) {
  try {
    await runSync(deps, { jobRunId: `${process.pid}-${round}`, pageSize: PAGE })
    for (const stream of STREAMS) await sweepStream(deps, stream, { everyMs: 0, pageSize: PAGE, pages: 3 })
  } catch {
    // A connection was dropped under it; a worker tries again too.
    await pause(20)
  }
}
