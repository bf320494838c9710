import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing'] as const

/** A search that finds more than every fourth home for sale tells of more than anybody reads. */
const ONE_OF = 4
/** More are not counted: what finds a thousand homes is broad in any market. */
const MOST_COUNTED = 1_000 * ONE_OF

/** Whether so many homes (1,001 means more than 1,000) are more than a quarter of those for sale. */
export async function isTooBroad(db: Db, homes: number): Promise<boolean> {
  const [row] = await db.$queryRaw<{ market: number }[]>`
    SELECT count(*)::int AS market FROM (
      SELECT FROM listing WHERE standard_status = 'Active' AND internet_entire_listing_display_yn LIMIT ${MOST_COUNTED}) AS home`
  const market = row?.market ?? 0
  // Where there is hardly a market, everything is a large part of it.
  return market > 100 && homes * ONE_OF > market
}
