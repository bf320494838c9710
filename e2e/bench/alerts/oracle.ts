import type { RootDb } from '#server/db.ts'
import { matchByJoin } from '#server/domain/alerts/matching/match-by-join.sql.ts'
import type { FeedWindow } from '#server/domain/alerts/matching/matcher.ts'
import { time } from '../bench.ts'
import { matchOne, sampleSearches } from './naive.sql.ts'

/** What the tick wrote down, a line a match: search, version, event, kind. */
async function readLedger(db: RootDb): Promise<string[]> {
  const rows = await db.$queryRaw<{ line: string }[]>`
    SELECT concat_ws(' ', found.search_id, found.version, event_id, replace(found.kind::text, ' ', '')) AS line
      FROM alert_finding, unnest(search_ids, versions, kinds) AS found(search_id, version, kind)`
  return rows.map(({ line }) => line)
}

/** The SQL join over the window of the tick, and how many lines only one of the two has. */
export async function compareWithJoin(db: RootDb, window: FeedWindow) {
  const { ms, result } = await time(() => matchByJoin(db, window))
  const lines = result.map(({ searchId, version, eventId, kind }) => [searchId, version, eventId, kind].join(' '))
  const [joined, written] = [new Set(lines), await readLedger(db)]
  const different = joined.symmetricDifference(new Set(written)).size
  return { ms, pairs: lines.length, different: different + Math.abs(written.length - lines.length) }
}

/** One query a search, on a sample, against what the tick wrote down for those searches. */
export async function compareWithNaive(db: RootDb, window: FeedWindow, count: number) {
  const searchIds = new Set((await sampleSearches(db, count)).map(({ searchId }) => searchId))
  const rows = await db.savedSearchVersion.findMany({ where: { searchId: { in: [...searchIds] } } })
  const naive = new Set<string>()
  const { ms } = await time(async () => {
    for (const row of rows) for (const id of await matchOne(db, row, window)) naive.add(`${row.searchId} ${id}`)
  })
  const lines = (await readLedger(db)).map((line) => line.split(' '))
  const ours = lines.flatMap(([id = '', , event]) => (searchIds.has(id) ? [`${id} ${event}`] : []))
  return { msEach: ms / rows.length, pairs: naive.size, different: new Set(ours).symmetricDifference(naive).size }
}
