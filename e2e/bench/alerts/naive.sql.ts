import type { RootDb } from '#server/db.ts'
import type { FeedWindow } from '#server/domain/alerts/matching/matcher.ts'
import { whereCriteria } from '#server/domain/alerts/preview.sql.ts'
import { fromVersion } from '#server/domain/alerts/searches.rows.ts'
import type { SavedSearchVersion } from '#server/generated/prisma/client.ts'

/** A thousandth or so of all searches, the same in each run of the benchmark. */
export const sampleSearches = (db: RootDb, count: number) =>
  db.$queryRaw<{ searchId: string }[]>`
    SELECT id::text AS "searchId" FROM saved_search ORDER BY md5(name) LIMIT ${count}`

/** One search, one query, as it is written first: homes that fit, with what happened to them in the window. */
export async function matchOne(db: RootDb, row: SavedSearchVersion, { from, to }: FeedWindow): Promise<string[]> {
  const criteria = fromVersion(row)
  const wants = (kind: (typeof criteria.events)[number]) => criteria.events.includes(kind)
  const events = await db.$queryRaw<{ eventId: string }[]>`
    SELECT e.id::text AS "eventId"
      FROM listing
      JOIN listing_event e ON e.listing_id = listing.id
      JOIN listing_feed_entry f ON f.event_id = e.id AND f.position > ${from} AND f.position <= ${to}
     WHERE ${whereCriteria(criteria)}
       AND ((e.kind = 'New' AND ${wants('New')})
         OR (e.kind = 'Back On Market' AND ${wants('BackOnMarket')})
         OR (e.kind = 'Price Change' AND ${wants('PriceDrop')}
             AND e.to_price_cents < e.from_price_cents AND listing.list_price_cents <= e.to_price_cents))`
  return events.map(({ eventId }) => eventId)
}
