import type { RootDb } from '#server/db.ts'
import { startThreadMatcher } from '#server/domain/alerts/matching/in-process/thread-matcher.ts'
import type { FeedWindow, Matcher, Matches } from '#server/domain/alerts/matching/matcher.ts'
import { log } from '#server/log.ts'
import { percentile, time } from '../bench.ts'

const AGAIN = 5

/** A benchmark of memory must not measure the database. */
const otherwise: Matcher = () => Promise.reject(new Error('The thread did not answer.'))

export const startMemory = (databaseUrl: string) => startThreadMatcher({ databaseUrl, log, otherwise })

const matchOnSnapshot = (db: RootDb, match: Matcher, window: FeedWindow) =>
  db.$transaction((tx) => match(tx, window), { isolationLevel: 'RepeatableRead', timeout: 600_000 })

export type Measured = { coldMs: number; warmMs: number; matches: Matches }

/** A matcher that has just been started reads all searches; one that has them asks what has changed. The middle of five. */
export async function measureMemory(db: RootDb, match: Matcher, window: FeedWindow): Promise<Measured> {
  const cold = await time(() => matchOnSnapshot(db, match, window))
  const again: number[] = []
  for (let turn = 0; turn < AGAIN; turn += 1) {
    again.push((await time(() => matchOnSnapshot(db, match, window))).ms)
  }
  return { coldMs: cold.ms, warmMs: percentile(again, 0.5), matches: cold.result }
}
