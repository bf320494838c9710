import type { Db } from '#server/db.ts'
import { fitsCriteria, toldAs } from '#server/domain/alerts/matching/fits.sql.ts'
import type { Day } from './pairs.ts'

/** Tables this reads across subjects. @public */
export const READS = [
  ...([
    'listing_event',
    'listing',
    'alert_sight',
    'saved_search',
    'saved_search_token',
    'saved_search_version',
  ] as const),
  ...(['search_was', 'contact', 'mail_address', 'contact_listing'] as const),
] as const

const EVENTS_A_PAGE = 500

/**
 * Works out what Palmetto would have told at once of changes that no run of it has read, a page of changes at a time: the
 * same join as a run in SQL, on homes at the price and in the status that each change gave them, and on searches as they
 * stood. Searches that are off by now are not reached. Says the last change of the page; null when there are no more.
 */
export async function workOutPage(
  tx: Db,
  day: string,
  { from, to }: Day,
  after: string | null,
): Promise<string | null> {
  const events = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id::text FROM listing_event e
     WHERE e.recorded_at >= ${from} AND e.recorded_at < ${to} AND (${after}::uuid IS NULL OR e.id > ${after}::uuid)
       AND NOT EXISTS (SELECT FROM alert_sight a WHERE a.event_id = e.id)
     ORDER BY e.id LIMIT ${EVENTS_A_PAGE}`
  if (events.length === 0) return null
  const ids = events.map(({ id }) => id)
  await tx.$executeRaw`
    INSERT INTO legacy_would_send (day, event_id, search_id, version, kind, contact_id, listing_id, at)
    WITH candidate AS MATERIALIZED (
      SELECT e.id AS event_id, e.recorded_at AS event_at, e.kind::text AS event_kind, e.from_price_cents AS old_price_cents,
             e.to_status AS new_status, coalesce(e.to_price_cents < e.from_price_cents, false) AS is_cut, home.*
        FROM listing_event e
        JOIN listing l ON l.id = e.listing_id AND l.internet_entire_listing_display_yn
       CROSS JOIN LATERAL jsonb_populate_record(l, jsonb_build_object('list_price_cents', e.to_price_cents,
                                                                      'standard_status', e.to_status)) AS home
       WHERE e.id = ANY(${ids}::uuid[])
    ), looking AS (
      SELECT DISTINCT c.event_id, s.id AS search_id, coalesce(w.version, s.current_version) AS version, s.contact_id
        FROM candidate c
       CROSS JOIN LATERAL unnest(c.location_tokens) AS at(token)
        JOIN saved_search_token t ON t.token = at.token
        JOIN saved_search s ON s.id = t.search_id AND s.cadence = 'Instant' AND NOT s.concierge_yn
         AND s.contact_left_at IS NULL AND (s.paused_until IS NULL OR s.paused_until < c.event_at)
        LEFT JOIN LATERAL (SELECT w.active, w.version FROM search_was w
                            WHERE w.search_id = s.id AND w.noted_at > c.event_at ORDER BY w.seq LIMIT 1) AS w ON true
       WHERE coalesce(w.active, s.active_yn AND s.removed_at IS NULL)
    )
    SELECT ${day}::date, c.event_id, k.search_id, k.version, told.kind::search_event_kind, k.contact_id, c.id, c.event_at
      FROM looking k
      JOIN candidate c USING (event_id)
      JOIN saved_search_version v ON v.search_id = k.search_id AND v.version = k.version
      JOIN contact p ON p.id = k.contact_id AND p.removed_at IS NULL AND p.email IS NOT NULL
     CROSS JOIN LATERAL (SELECT ${toldAs} AS kind) AS told
     WHERE told.kind::search_event_kind = ANY(v.event_kinds) AND ${fitsCriteria}
       AND NOT EXISTS (SELECT FROM mail_address m WHERE m.email = p.email AND m.suppressed_at IS NOT NULL)
       AND NOT EXISTS (SELECT FROM contact_listing n
                        WHERE n.email = p.email AND n.listing_id = c.id AND n.preference = 'Discard')
    ON CONFLICT (day, event_id, search_id) DO NOTHING`
  return events.length < EVENTS_A_PAGE ? null : (ids.at(-1) ?? null)
}
