import { connectDb } from '#server/db.ts'
import { feedHead, numberFeed } from '#server/domain/listings/listings.feed.ts'
import { atLeast, atMost, type Bench, type Figure, known } from '../bench.ts'
import { startBenchDatabase } from '../database.ts'
import { type Measured, measureMemory } from './in-memory.ts'
import { compareWithJoin, compareWithNaive } from './oracle.ts'
import { copyOutMs, seedMarket, seedSearches } from './seed.ts'
import { idleTick, measureIdleTicks } from './tick.ts'

const SIZES = {
  ci: { searches: 20_000, changed: 500, sample: 200 },
  full: { searches: 1_000_000, changed: 10_000, sample: 200 },
}

/** Few searches are read in no time, and starting a thread is all that is measured: shown, and no reason to fail. */
const SMALL = { later: true } as const

function figuresOf(one: Measured, tenth: Measured, scale: string): Figure[] {
  const note = `${tenth.pairs} pairs at a tenth of the searches`
  const { ms, matchMs, matches, people, mb } = one.tick
  return [
    known('pairs found', one.pairs, 'pairs', { note: scale }),
    known('in memory, first time', one.coldMs, 'ms', { note: 'all searches are read' }),
    known('in memory, again', one.warmMs, 'ms', { note: 'the middle one of 5' }),
    atMost('for ten times the searches, first time', one.coldMs / tenth.coldMs, 'times', 12, { note }),
    atMost('for ten times the searches, again', one.warmMs / tenth.warmMs, 'times', 12, { note }),
    atMost('memory of a process that matches', one.matchingMb, 'MB', 1024),
    atMost('the whole tick, feed to outbox committed', ms / 1000, 's', 30, {
      note: `${scale}, ${matches} matches, ${people} mails, ${matchMs} ms of it matching`,
    }),
    atMost('memory of a process that matches and plans', mb, 'MB', 1024),
  ]
}

/** Alert matching in memory and the whole tick, against the SQL join and one query per search in the same run. */
export const bench: Bench = async ({ full, show, tell }) => {
  const size = full ? SIZES.full : SIZES.ci
  const goal = full ? {} : SMALL
  const { url, stop } = await startBenchDatabase()
  const db = connectDb(url, 4)
  try {
    tell(`Writing ${size.changed} changed homes and a tenth of ${size.searches} searches`)
    const market = await seedMarket(url, size)
    await idleTick(db) // The first run takes the position as its baseline.
    await seedSearches(url, { ...market, from: 0, to: size.searches / 10 })
    await market.happen()
    await numberFeed(db)
    const window = { from: 0n, to: await feedHead(db) }
    const tenth = await measureMemory(url, window)
    // The same again with all searches: what the tenth was told is forgotten.
    await db.$executeRaw`TRUNCATE alert_run, outbox_mail, mail_address CASCADE`
    await db.feedReader.updateMany({ data: { position: window.from } })
    tell('Writing the other searches')
    await seedSearches(url, { ...market, from: size.searches / 10, to: size.searches })

    tell('In memory, and the whole tick')
    const copyMs = await copyOutMs(url)
    const one = await measureMemory(url, window)
    for (const figure of figuresOf(one, tenth, `${size.searches} searches x ${size.changed} changed homes`))
      show(figure)
    const copy = { note: `COPY takes ${Math.round(copyMs)} ms`, ...goal }
    show(atMost('of the time to COPY the searches out', one.coldMs / copyMs, 'times', 4, copy))
    for (const figure of await measureIdleTicks(url)) show(figure)

    tell(`One query a search, ${size.sample} of them`)
    const naive = await compareWithNaive(db, window, size.sample)
    const loopMs = naive.msEach * size.searches
    const sampled = `${size.sample} searches measured at ${naive.msEach.toFixed(2)} ms each, extrapolated to all`
    const wrong = 'pairs that differ from one query per search, on the sample'
    show(atMost(wrong, naive.different, 'pairs', 0, { note: `${naive.pairs} pairs` }))
    show(known('one query per search', loopMs / 1000, 's', { note: sampled }))
    show(atLeast('faster than one query per search, first time', loopMs / one.coldMs, 'times', 200, goal))
    show(atLeast('faster than one query per search, again', loopMs / one.warmMs, 'times', 1000, goal))

    tell('The SQL join')
    const join = await compareWithJoin(db, window)
    show(known('the SQL join', join.ms / 1000, 's', { note: `${join.pairs} pairs` }))
    show(atMost('pairs that differ from the SQL join', join.different, 'pairs', 0))
  } finally {
    await db.$disconnect()
    await stop()
  }
}
