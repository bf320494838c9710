import { connectDb, type RootDb } from '#server/db.ts'
import { feedHead, numberFeed } from '#server/domain/listings/listings.feed.ts'
import { atLeast, atMost, type Bench, known } from '../bench.ts'
import { startBenchDatabase } from '../database.ts'
import { type Measured, measureMemory, startMemory } from './in-memory.ts'
import { compareWithJoin, compareWithNaive } from './oracle.ts'
import { copyOutMs, seedMarket, seedSearches } from './seed.ts'
import { measureIdleTicks, measureTick, tick } from './tick.ts'

const SIZES = {
  ci: { searches: 20_000, changed: 500, sample: 200 },
  full: { searches: 1_000_000, changed: 10_000, sample: 200 },
}

const peakMb = () => process.resourceUsage().maxRSS / 1024

/** One tenth of the searches with a matcher of its own: what ten times as many are held against. */
async function measureTenth(url: string, db: RootDb, to: bigint): Promise<Measured> {
  const tenth = startMemory(url)
  try {
    return await measureMemory(db, tenth.match, { from: 0n, to })
  } finally {
    await tenth.stop()
  }
}

/** Alert matching in memory and the whole tick, against the SQL join and one query per search in the same run. */
export const bench: Bench = async ({ full, show, tell }) => {
  const size = full ? SIZES.full : SIZES.ci
  const { url, stop } = await startBenchDatabase()
  const db = connectDb(url, 4)
  const memory = startMemory(url)
  try {
    tell(`Writing ${size.changed} changed homes and a tenth of ${size.searches} searches`)
    const market = await seedMarket(url, size)
    await tick(db, memory.match) // The first run takes the position as its baseline.
    await seedSearches(url, { ...market, from: 0, to: size.searches / 10 })
    await market.happen()
    await numberFeed(db)
    const window = { from: 0n, to: await feedHead(db) }
    const tenth = await measureTenth(url, db, window.to)
    tell('Writing the other searches')
    await seedSearches(url, { ...market, from: size.searches / 10, to: size.searches })
    const copyMs = await copyOutMs(url)

    tell('Matching in memory')
    const { coldMs, warmMs, matches } = await measureMemory(db, memory.match, window)
    // Few searches are read in no time, and starting a thread is all that is measured: shown, and no reason to fail.
    const large = full ? {} : ({ later: true } as const)
    const scale = `${size.searches} searches x ${size.changed} changed homes`
    show(known('pairs found', matches.pairs.search.length, 'pairs', { note: scale }))
    show(known('in memory, first time', coldMs, 'ms', { note: 'all searches are read' }))
    show(known('in memory, again', warmMs, 'ms', { note: 'the middle one of 5' }))
    show(
      atMost('of the time to COPY the searches out', coldMs / copyMs, 'times', 4, {
        note: `COPY takes ${Math.round(copyMs)} ms`,
        ...large,
      }),
    )
    const tenthNote = `${tenth.matches.pairs.search.length} pairs at a tenth of the searches`
    show(atMost('for ten times the searches, first time', coldMs / tenth.coldMs, 'times', 12, { note: tenthNote }))
    show(atMost('for ten times the searches, again', warmMs / tenth.warmMs, 'times', 12, { note: tenthNote }))
    show(atMost('memory of the process, matching', peakMb(), 'MB', 1024))

    tell('The whole tick')
    for (const figure of await measureTick(db, memory.match, scale)) show(figure)
    show(atMost('memory of the process, matching and planning', peakMb(), 'MB', 1024))
    for (const figure of await measureIdleTicks(url, memory.match)) show(figure)

    tell(`One query a search, ${size.sample} of them`)
    const naive = await compareWithNaive(db, window, matches, size.sample)
    const loopMs = naive.msEach * size.searches
    const sampled = `${size.sample} searches measured at ${naive.msEach.toFixed(2)} ms each, extrapolated to all`
    const wrong = 'pairs that differ from one query per search, on the sample'
    show(atMost(wrong, naive.different, 'pairs', 0, { note: `${naive.pairs} pairs` }))
    show(known('one query per search', loopMs / 1000, 's', { note: sampled }))
    show(atLeast('faster than one query per search, first time', loopMs / coldMs, 'times', 200, large))
    show(atLeast('faster than one query per search, again', loopMs / warmMs, 'times', 1000, large))

    tell('The SQL join')
    const join = await compareWithJoin(db, window, matches)
    show(known('the SQL join', join.ms / 1000, 's', { note: `${join.pairs} pairs` }))
    show(atMost('pairs that differ from the SQL join', join.different, 'pairs', 0))
  } finally {
    await memory.stop()
    await db.$disconnect()
    await stop()
  }
}
