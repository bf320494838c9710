import { countActiveSearches } from './active-searches.sql.ts'
import { matchByJoin } from './match-by-join.sql.ts'
import type { Matcher } from './matcher.ts'
import { packMatches } from './pack-matches.ts'

/** The database matches: for processes that keep no searches in memory, and when the one that does has failed. */
export const matchInSql: Matcher = async (tx, window) =>
  packMatches(await matchByJoin(tx, window), await countActiveSearches(tx))
