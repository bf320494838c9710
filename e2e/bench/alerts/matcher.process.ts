import { connectDb } from '#server/db.ts'
import { startThreadMatcher } from '#server/domain/alerts/matching/in-process/thread-matcher.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import { log } from '#server/log.ts'
import { percentile, time } from '../bench.ts'
import type { Measured } from './in-memory.ts'

/** A process of its own that matches a window, again and again, and then does the whole tick. Tells what it measured. */
const AGAIN = 5
const [databaseUrl = '', from = '', to = ''] = process.argv.slice(2)

const peakMb = () => process.resourceUsage().maxRSS / 1024
const db = connectDb(databaseUrl, 4)
const memory = startThreadMatcher({
  databaseUrl,
  log,
  // A benchmark of memory must not measure the database.
  otherwise: () => Promise.reject(new Error('The thread did not answer.')),
})
const match = () =>
  db.$transaction((tx) => memory.match(tx, { from: BigInt(from), to: BigInt(to) }), {
    ...{ isolationLevel: 'RepeatableRead', timeout: 600_000 },
  })

const cold = await time(match)
const again: number[] = []
for (let turn = 0; turn < AGAIN; turn += 1) again.push((await time(match)).ms)
const matchingMb = peakMb()
const order = { jobRunId: crypto.randomUUID(), slot: new Date() }
const tick = await time(() => planAlerts({ db, match: memory.match, now: () => new Date() }, order))
const { run } = tick.result
if (!run) throw new Error('The tick found nothing to do.')

const measured: Measured = {
  ...{ coldMs: cold.ms, warmMs: percentile(again, 0.5), pairs: cold.result.pairs.search.length, matchingMb },
  tick: { ms: tick.ms, matchMs: run.matchMs, matches: run.matches, people: run.people, mb: peakMb() },
}
process.stdout.write(JSON.stringify(measured))
await memory.stop()
await db.$disconnect()
