import type { Db } from '#server/db.ts'
import { fitsCriteria, toldAs } from './fits.sql.ts'
import type { FeedWindow, Match } from './matcher.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing_feed_entry', 'listing_event', 'listing', 'open_house', 'contact'] as const

/**
 * The set-oriented matcher: events of the window, joined to searches by location token, then filtered by the exact
 * criteria. A home has a handful of tokens, so only searches that look at its place are ever touched. What is stale is
 * no candidate: a cut that was taken back, an open house that is over.
 */
export const matchByJoin = (tx: Db, { from, to }: FeedWindow): Promise<Match[]> => tx.$queryRaw<Match[]>`
  WITH candidate AS MATERIALIZED (
    SELECT e.id AS event_id, e.kind::text AS event_kind, e.from_price_cents AS old_price_cents, e.to_status AS new_status,
           e.to_price_cents < e.from_price_cents AND l.list_price_cents <= e.to_price_cents AS is_cut, l.*
      FROM listing_feed_entry f
      JOIN listing_event e ON e.id = f.event_id
      JOIN listing l ON l.id = e.listing_id
      LEFT JOIN open_house o ON o.id = e.open_house_id
     WHERE f.position > ${from} AND f.position <= ${to}
       AND l.internet_entire_listing_display_yn
       AND (e.kind <> 'Open House' OR (o.open_house_status = 'Active' AND o.open_house_end_time > now()))
  )
  SELECT DISTINCT s.id AS "searchId", v.version, c.event_id AS "eventId", c.id AS "listingId",
         replace(told.kind, ' ', '') AS kind, lower(p.email::text) AS recipient, p.id AS "contactId"
    FROM candidate c
    CROSS JOIN LATERAL unnest(c.location_tokens) AS at(token)
    JOIN saved_search_token t ON t.token = at.token
    JOIN saved_search s ON s.id = t.search_id AND s.active_yn AND s.removed_at IS NULL
    JOIN saved_search_version v ON v.search_id = s.id AND v.version = s.current_version
    JOIN contact p ON p.id = s.contact_id AND p.removed_at IS NULL AND p.email IS NOT NULL
    CROSS JOIN LATERAL (SELECT ${toldAs} AS kind) AS told
   WHERE told.kind::search_event_kind = ANY(v.event_kinds) AND ${fitsCriteria}`
