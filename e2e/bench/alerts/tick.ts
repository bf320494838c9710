import type { RootDb } from '#server/db.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import { atMost, type Figure, percentile, time } from '../bench.ts'
import { countWrites } from './count-writes.ts'

const IDLE_TICKS = 9

/** A tick that has nothing to match. */
export const idleTick = (db: RootDb) => {
  const match = () => Promise.reject(new Error('An idle tick has nothing to match.'))
  return planAlerts({ db, match, now: () => new Date() }, { jobRunId: crypto.randomUUID(), slot: new Date() })
}

/** Ticks that find nothing changed: how long, and how many rows of whatever table they write. */
export async function measureIdleTicks(url: string): Promise<Figure[]> {
  const idle = await countWrites(url, async (one) => {
    const ticks = []
    for (let turn = 0; turn < IDLE_TICKS; turn += 1) ticks.push((await time(() => idleTick(one))).ms)
    return percentile(ticks, 0.5)
  })
  const note = idle.words || 'no table was written'
  return [
    atMost('a tick with nothing changed', idle.result, 'ms', 50, { note: `the middle one of ${IDLE_TICKS}` }),
    atMost('rows written with nothing changed', idle.rows / IDLE_TICKS, 'rows', 0, { note }),
  ]
}
