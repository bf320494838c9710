import type { RootDb } from '#server/db.ts'
import type { Matcher } from '#server/domain/alerts/matching/matcher.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import { atMost, type Figure, known, percentile, time } from '../bench.ts'
import { countWrites } from './count-writes.ts'

const IDLE_TICKS = 9

export const tick = (db: RootDb, match: Matcher) =>
  planAlerts({ db, match, now: () => new Date() }, { jobRunId: crypto.randomUUID(), slot: new Date() })

/** The whole tick, from the change feed to the committed outbox, and what it has found. */
export async function measureTick(db: RootDb, match: Matcher, scale: string): Promise<Figure[]> {
  const { ms, result } = await time(() => tick(db, match))
  const { run } = result
  if (!run) throw new Error('The tick found nothing to do.')
  const note = `${scale}, ${run.matches} matches, ${run.people} mails`
  return [
    atMost('the whole tick, feed to outbox committed', ms / 1000, 's', 30, { note }),
    known('of it matching', run.matchMs, 'ms'),
  ]
}

/** Ticks that find nothing changed: how long, and how many rows of whatever table they write. */
export async function measureIdleTicks(url: string, match: Matcher): Promise<Figure[]> {
  const idle = await countWrites(url, async (one) => {
    const ticks = []
    for (let turn = 0; turn < IDLE_TICKS; turn += 1) ticks.push((await time(() => tick(one, match))).ms)
    return percentile(ticks, 0.5)
  })
  const note = idle.words || 'no table was written'
  return [
    atMost('a tick with nothing changed', idle.result, 'ms', 50, { note: `the middle one of ${IDLE_TICKS}` }),
    atMost('rows written with nothing changed', idle.rows / IDLE_TICKS, 'rows', 0, { note }),
  ]
}
