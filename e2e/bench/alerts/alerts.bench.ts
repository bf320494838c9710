import { connectDb, type RootDb } from '#server/db.ts'
import { matchByJoin } from '#server/domain/alerts/matching/match-by-join.sql.ts'
import { matchInSql } from '#server/domain/alerts/matching/match-in-sql.ts'
import type { FeedWindow, Match } from '#server/domain/alerts/matching/matcher.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import { feedHead, numberFeed } from '#server/domain/listings/listings.feed.ts'
import { atLeast, atMost, type Bench, known, percentile, time } from '../bench.ts'
import { startBenchDatabase } from '../database.ts'
import { countWrites } from './count-writes.ts'
import { matchOne, sampleSearches } from './naive.sql.ts'
import { copyOutMs, seedMarket, seedSearches } from './seed.ts'

const SIZES = {
  ci: { searches: 20_000, changed: 500, sample: 200 },
  full: { searches: 1_000_000, changed: 10_000, sample: 200 },
}

const IDLE_TICKS = 9

const tick = (db: RootDb) =>
  planAlerts({ db, match: matchInSql, now: () => new Date() }, { jobRunId: crypto.randomUUID(), slot: new Date() })

const pairsOf = (matches: readonly Match[], searchIds: ReadonlySet<string>) =>
  matches.filter(({ searchId }) => searchIds.has(searchId)).map(({ searchId, eventId }) => `${searchId} ${eventId}`)

/** One query a search, on a sample, and what it finds. */
async function runNaive(db: RootDb, window: FeedWindow, count: number) {
  const searchIds = new Set((await sampleSearches(db, count)).map(({ searchId }) => searchId))
  const rows = await db.savedSearchVersion.findMany({ where: { searchId: { in: [...searchIds] } } })
  const pairs: string[] = []
  const { ms } = await time(async () => {
    for (const row of rows) for (const id of await matchOne(db, row, window)) pairs.push(`${row.searchId} ${id}`)
  })
  return { searchIds, pairs, msEach: ms / rows.length }
}

/** Alert matching and the whole tick, against one query per search in the same run. */
export const bench: Bench = async ({ full, show, tell }) => {
  const size = full ? SIZES.full : SIZES.ci
  const { url, stop } = await startBenchDatabase()
  const db = connectDb(url, 4)
  try {
    tell(`Writing ${size.changed} changed homes and a tenth of ${size.searches} searches`)
    const market = await seedMarket(url, size)
    await tick(db) // The first run takes the position as its baseline.
    await seedSearches(url, { ...market, from: 0, to: size.searches / 10 })
    await market.happen()
    await numberFeed(db)
    const window = { from: 0n, to: await feedHead(db) }

    const tenth = await time(() => matchByJoin(db, window))
    tell('Writing the other searches')
    await seedSearches(url, { ...market, from: size.searches / 10, to: size.searches })
    tell('Matching')
    const cold = await time(() => matchByJoin(db, window))
    const warm = await time(() => matchByJoin(db, window))
    const pairs = cold.result.length
    const scale = `${size.searches} searches x ${size.changed} changed homes`
    show(known('pairs found', pairs, 'pairs', { note: scale }))
    show(known('the join, first time', cold.ms, 'ms'))
    show(known('the join, again', warm.ms, 'ms'))

    tell(`One query a search, ${size.sample} of them`)
    const naive = await runNaive(db, window, size.sample)
    const ours = pairsOf(cold.result, naive.searchIds)
    const different = new Set(ours).symmetricDifference(new Set(naive.pairs)).size
    const sampled = `${size.sample} searches measured at ${naive.msEach.toFixed(2)} ms each, extrapolated to all`
    show(
      atMost('pairs that differ from one query per search, on the sample', different, 'pairs', 0, {
        note: `${ours.length} pairs`,
      }),
    )
    const loopMs = naive.msEach * size.searches
    show(known('one query per search', loopMs / 1000, 's', { note: sampled }))
    const join = { note: 'a set-oriented SQL join; the in-process matcher comes later', later: true } as const
    show(atLeast('faster than one query per search, first time', loopMs / cold.ms, 'times', 200, join))
    show(atLeast('faster than one query per search, again', loopMs / warm.ms, 'times', 1000, join))
    const copyMs = await copyOutMs(url)
    show(
      atMost('of the time to COPY the searches out', cold.ms / copyMs, 'times', 4, {
        ...join,
        note: `COPY takes ${Math.round(copyMs)} ms`,
      }),
    )
    show(
      atMost('for ten times the searches', warm.ms / tenth.ms, 'times', 12, {
        later: true,
        note: `${tenth.result.length} pairs at a tenth of the searches`,
      }),
    )

    tell('The whole tick')
    const whole = await time(() => tick(db).catch((error: unknown) => error))
    const run = whole.result instanceof Error ? null : await db.alertRun.findFirst({ orderBy: { startedAt: 'desc' } })
    // The last line of a database error is what happened; the lines before say where.
    const gaveUp = whole.result instanceof Error ? whole.result.message.trim().split('\n').at(-1) : null
    const note = run ? `${scale}, ${run.matches} matches, ${run.people} mails` : `${scale}; gave up: ${gaveUp}`
    const wholeTick = atMost('the whole tick, feed to outbox committed', whole.ms / 1000, 's', 30, { note })
    show({ ...wholeTick, ok: wholeTick.ok && run !== null, ...(full ? { later: true } : {}) })
    if (!run) return
    const idle = await countWrites(url, async (one) => {
      const ticks = []
      for (let turn = 0; turn < IDLE_TICKS; turn += 1) ticks.push((await time(() => tick(one))).ms)
      return percentile(ticks, 0.5)
    })
    show(atMost('a tick with nothing changed', idle.result, 'ms', 50, { note: `the middle one of ${IDLE_TICKS}` }))
    show(atMost('rows of searches, matches and mails written with nothing changed', idle.work / IDLE_TICKS, 'rows', 0))
    show(
      atMost(
        'rows written with nothing changed, its own entry in the history included',
        idle.all / IDLE_TICKS,
        'rows',
        0,
        {
          later: true,
          note: `in ${IDLE_TICKS} ticks: ${idle.words}`,
        },
      ),
    )
    show(atMost('memory at its peak', process.resourceUsage().maxRSS / 1024, 'MB', 1024, join))
  } finally {
    await db.$disconnect()
    await stop()
  }
}
