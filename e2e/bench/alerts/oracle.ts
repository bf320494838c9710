import type { RootDb } from '#server/db.ts'
import { EVENT_KINDS } from '#server/domain/alerts/matching/event-kinds.ts'
import { matchByJoin } from '#server/domain/alerts/matching/match-by-join.sql.ts'
import type { FeedWindow, Match, Matches } from '#server/domain/alerts/matching/matcher.ts'
import { time } from '../bench.ts'
import { matchOne, sampleSearches } from './naive.sql.ts'

type Line = Pick<Match, 'searchId' | 'version' | 'eventId' | 'recipient'> & { kind: string }

const lineOf = ({ searchId, version, eventId, kind, recipient }: Line) =>
  `${searchId} ${version} ${eventId} ${kind} ${recipient}`

/** Matches as lines of text, in any order: search, version, event, kind, recipient. */
function* linesOf({ events, searches, people, pairs }: Matches): Generator<string> {
  for (const [at, search] of pairs.search.entries()) {
    yield lineOf({
      searchId: searches.searchId[search] ?? '',
      version: searches.version[search] ?? 0,
      eventId: events[pairs.event[at] ?? -1]?.eventId ?? '',
      kind: EVENT_KINDS[pairs.kind[at] ?? -1] ?? '',
      recipient: people[searches.person[search] ?? -1]?.recipient ?? '',
    })
  }
}

/** The SQL join over the same window, and how many lines only one of the two has found. */
export async function compareWithJoin(db: RootDb, window: FeedWindow, matches: Matches) {
  const { ms, result } = await time(() => matchByJoin(db, window))
  const unseen = new Set(result.map(lineOf))
  let different = result.length - unseen.size
  for (const line of linesOf(matches)) if (!unseen.delete(line)) different += 1
  return { ms, pairs: result.length, different: different + unseen.size }
}

/** One query a search, on a sample, against what was found for those searches. */
export async function compareWithNaive(db: RootDb, window: FeedWindow, matches: Matches, count: number) {
  const searchIds = new Set((await sampleSearches(db, count)).map(({ searchId }) => searchId))
  const rows = await db.savedSearchVersion.findMany({ where: { searchId: { in: [...searchIds] } } })
  const naive = new Set<string>()
  const { ms } = await time(async () => {
    for (const row of rows) for (const id of await matchOne(db, row, window)) naive.add(`${row.searchId} ${id}`)
  })
  const lines = linesOf(matches).map((line) => line.split(' '))
  const ours = lines.flatMap(([id = '', , event]) => (searchIds.has(id) ? [`${id} ${event}`] : []))
  return { msEach: ms / rows.length, pairs: naive.size, different: new Set(ours).symmetricDifference(naive).size }
}
