import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db, RootDb } from '#server/db.ts'
import { feedHead, numberFeed } from '#server/domain/listings/listings.feed.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { log } from '#server/log.ts'
import { writeRounds } from '#server/testing/alert-rounds.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { matchByJoin } from '../match-by-join.sql.ts'
import type { FeedWindow, Matcher } from '../matcher.ts'
import { packMatches } from '../pack-matches.ts'
import { wants } from '../plain-reading.ts'
import { roundArb } from '../rounds.arbitrary.ts'
import { inWords, linesOf } from './testing.lines.ts'
import { startThreadMatcher } from './thread-matcher.ts'

let db: RootDb
let agent: Person
let url: string
let memory: ReturnType<typeof startThreadMatcher>

/** A failure in memory must not pass for a success of the database. */
const nobody: Matcher = () => Promise.reject(new Error('The thread did not answer.'))

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  url = own.url
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  memory = startThreadMatcher({ databaseUrl: own.url, log, otherwise: nobody })
  return own.close
})
afterAll(() => memory.stop())

const onOneSnapshot = <T>(work: (tx: Db) => Promise<T>) =>
  db.$transaction(work, { isolationLevel: 'RepeatableRead', timeout: 60_000 })

/** What memory finds, held against what the database finds on the same snapshot. */
async function compare(tx: Db, window: FeedWindow) {
  const [found, expected] = [linesOf(await memory.match(tx, window)), inWords(await matchByJoin(tx, window))]
  expect(found).toEqual(expected)
  return found
}

test('memory finds what the join and a plain reading of the words find, at the edge of every bound', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(fc.array(roundArb, { minLength: 125, maxLength: 125 }), async (rounds) => {
      const from = await feedHead(db)
      const rows = await writeRounds(db, agent, rounds)
      await numberFeed(db)
      const lines = await onOneSnapshot(async (tx) => compare(tx, { from, to: await feedHead(tx) }))
      const expected = rows.flatMap((search) =>
        rows.flatMap(({ home, eventId }) => {
          const kind = wants(search, home)
          return kind ? [`${search.searchId} ${eventId} ${kind}`] : []
        }),
      )
      expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual(expected.sort())
      found += lines.length
    }),
    { numRuns: 8, seed: 20_261_122, endOnFailure: true },
  )
  expect(found, 'rounds in which nothing matches prove little').toBeGreaterThan(500)
})

test('a run that began before a change sees it as it was, also when a later run has been here', async () => {
  const to = await feedHead(db)
  const window = { from: 0n, to }
  const [before, after] = await onOneSnapshot(async (early) => {
    const early1 = await compare(early, window)
    await db.savedSearch.updateMany({ data: { activeYN: false } })
    const later = await onOneSnapshot((late) => compare(late, window))
    expect(await compare(early, window)).toEqual(early1)
    return [early1, later]
  })
  expect(before.length).toBeGreaterThan(0)
  expect(after).toEqual([])
})

test('a connection that was cut between two runs is opened again, all is read anew, and old changes are forgotten', async () => {
  const window = { from: 0n, to: await feedHead(db) }
  const look = () => onOneSnapshot((tx) => compare(tx, window))
  await look()
  const cut = await db.$queryRaw<{ cut: boolean }[]>`
    SELECT pg_terminate_backend(pid) AS cut FROM pg_stat_activity
     WHERE application_name = 'palmetto matcher' AND datname = current_database()`
  expect(cut).toContainEqual({ cut: true })
  const changedAt = new Date(Date.now() - 3 * 86_400_000)
  const old = await db.searchChange.create({ data: { xact: 1n, changedId: crypto.randomUUID(), changedAt } })
  await look()
  expect(await db.searchChange.findMany({ where: { changedId: old.changedId } })).toEqual([])
})

test('when the thread cannot answer, the database does', async () => {
  const elsewhere = Object.assign(new URL(url), { pathname: '/nowhere' }).href
  const broken = startThreadMatcher({
    databaseUrl: elsewhere,
    log,
    otherwise: () => Promise.resolve(packMatches([], 7)),
  })
  const window = { from: 0n, to: await feedHead(db) }
  expect(await onOneSnapshot((tx) => broken.match(tx, window))).toMatchObject({ held: 7 })
  await broken.stop()
})
