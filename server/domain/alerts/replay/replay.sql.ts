import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { fitsCriteria, toldAs } from '../matching/fits.sql.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing_event', 'contact'] as const

/** Pairs of a search and an event, and people; `lost` were recorded and are not found again, `extra` the other way. */
export type Comparison = {
  homes: number
  people: number
  /** People for whom something was found and who were told nothing, as they had asked: a no to the home, a search at rest. */
  spared: number
  lost: number
  extra: number
  peopleLost: number
  peopleExtra: number
  /** Searches that were found then and have been deleted since: nobody can say what they asked for. */
  gone: number
}

/** Whether the run's snapshot holds change `w`. In another cluster transaction ids mean nothing, and the time decides. */
const isSeen = Prisma.sql`
  CASE WHEN w.cluster = run.cluster THEN pg_visible_in_snapshot(w.xact::text::xid8, run.snapshot::pg_snapshot)
       ELSE w.noted_at <= run.matched_at END`

/**
 * Does the work of a run again on homes, searches and people as they stood then, and holds the result against what was
 * written down. Searches that have not changed since are reached by their tokens, as in a run; the others one by one. What
 * was found and not told then is taken as it was: who had said no to a home is not asked again. Copies for agents are
 * left out: they follow from what the others were told.
 */
export async function compareWithRecord(tx: Db, runId: string): Promise<Comparison> {
  const [row] = await tx.$queryRaw<Comparison[]>`
    WITH run AS (SELECT * FROM alert_run WHERE id = ${runId}::uuid),
    search_then AS MATERIALIZED (
      SELECT DISTINCT ON (w.search_id) w.* FROM search_was w, run WHERE NOT ${isSeen} ORDER BY w.search_id, w.seq
    ), person_then AS MATERIALIZED (
      SELECT DISTINCT ON (w.contact_id) w.* FROM contact_was w, run WHERE NOT ${isSeen} ORDER BY w.contact_id, w.seq
    ), recipient_then AS MATERIALIZED (
      SELECT DISTINCT ON (w.search_id, w.email) w.* FROM recipient_was w, run
       WHERE NOT ${isSeen} ORDER BY w.search_id, w.email, w.seq
    ), candidate AS MATERIALIZED (
      SELECT e.id AS event_id, e.kind::text AS event_kind, e.from_price_cents AS old_price_cents, e.to_status AS new_status,
             e.to_price_cents < e.from_price_cents AND l.list_price_cents <= e.to_price_cents AS is_cut, l.*
        FROM alert_sight a
        JOIN listing_event e ON e.id = a.event_id
       CROSS JOIN LATERAL jsonb_populate_record(NULL::listing, a.home) AS l
       WHERE a.run_id = ${runId}::uuid AND a.visit_is_open AND l.internet_entire_listing_display_yn
    ), looking AS (
      SELECT c.event_id, s.id AS search_id, s.current_version AS version, s.contact_id
        FROM candidate c
       CROSS JOIN LATERAL unnest(c.location_tokens) AS at(token)
        JOIN saved_search_token t ON t.token = at.token
        JOIN saved_search s ON s.id = t.search_id AND s.active_yn AND s.removed_at IS NULL
       WHERE NOT EXISTS (SELECT FROM search_then WHERE search_then.search_id = s.id)
      UNION
      SELECT c.event_id, t.search_id, t.version, t.contact_id FROM candidate c JOIN search_then t ON t.active
    ), fits AS MATERIALIZED (
      SELECT c.event_id, c.id AS listing_id, k.search_id, k.version, told.kind::search_event_kind AS kind, lower(written.email::text) AS recipient
        FROM looking k
        JOIN candidate c USING (event_id)
        JOIN saved_search_version v ON v.search_id = k.search_id AND v.version = k.version
        JOIN contact p ON p.id = k.contact_id
        LEFT JOIN person_then q ON q.contact_id = p.id
       CROSS JOIN LATERAL (SELECT CASE WHEN q.seq IS NOT NULL THEN q.email WHEN p.removed_at IS NULL THEN p.email END AS email) AS written
       CROSS JOIN LATERAL (SELECT ${toldAs} AS kind) AS told
       WHERE written.email IS NOT NULL AND told.kind::search_event_kind = ANY(v.event_kinds) AND ${fitsCriteria}
         AND NOT EXISTS (SELECT FROM alert_finding f WHERE f.event_id = c.event_id AND f.run_id <> ${runId}::uuid)
    ), found AS MATERIALIZED (
      SELECT event_id, listing_id, search_id, version, kind, recipient FROM fits
      UNION
      SELECT f.event_id, f.listing_id, f.search_id, f.version, f.kind, lower(r.email::text)
        FROM fits f
        JOIN search_recipient r ON r.search_id = f.search_id
        LEFT JOIN recipient_then w ON w.search_id = r.search_id AND w.email = r.email
       WHERE CASE WHEN w.seq IS NOT NULL THEN w.standing ELSE r.left_at IS NULL AND r.removed_at IS NULL END
    ), recorded AS MATERIALIZED (
      SELECT f.event_id, f.listing_id, r.search_id, r.version, r.kind, s.id IS NULL AS is_gone
        FROM alert_finding f
       CROSS JOIN LATERAL unnest(f.search_ids, f.versions, f.kinds) AS r(search_id, version, kind)
        LEFT JOIN saved_search s ON s.id = r.search_id
       WHERE f.run_id = ${runId}::uuid
    ), told_pair AS MATERIALIZED (
      SELECT lower(m.recipient::text) AS recipient, r.event_id, r.search_id
        FROM alert_mail m
       CROSS JOIN LATERAL unnest(m.search_ids, m.event_ids) AS line(search_id, event_id)
        JOIN recorded r ON r.search_id = line.search_id AND r.event_id = line.event_id AND NOT r.is_gone
       WHERE m.run_id = ${runId}::uuid AND NOT line.search_id = ANY(m.copied)
    ), told_again AS (
      SELECT found.recipient FROM found JOIN told_pair USING (event_id, search_id, recipient)
    ), lost AS (
      SELECT event_id, search_id, version, kind FROM recorded WHERE NOT is_gone
      EXCEPT SELECT event_id, search_id, version, kind FROM found
    ), extra AS (
      SELECT event_id, search_id, version, kind, recipient FROM found
       WHERE (event_id, search_id, version, kind) NOT IN (SELECT event_id, search_id, version, kind FROM recorded)
    ), people_lost AS (SELECT recipient FROM told_pair EXCEPT SELECT recipient FROM told_again),
    people_extra AS (
      (SELECT recipient FROM extra UNION SELECT recipient FROM told_again) EXCEPT SELECT recipient FROM told_pair
    )
    SELECT (SELECT count(DISTINCT listing_id) FROM recorded WHERE NOT is_gone)::int AS homes,
           (SELECT count(DISTINCT recipient) FROM told_pair)::int AS people,
           (SELECT count(*) FROM (SELECT recipient FROM found EXCEPT SELECT recipient FROM told_pair
                                  EXCEPT SELECT recipient FROM extra) AS spared)::int AS spared,
           (SELECT count(*) FROM lost)::int AS lost,
           (SELECT count(*) FROM extra)::int AS extra,
           (SELECT count(*) FROM people_lost)::int AS "peopleLost",
           (SELECT count(*) FROM people_extra)::int AS "peopleExtra",
           (SELECT count(DISTINCT search_id) FROM recorded WHERE is_gone)::int AS gone`
  if (!row) throw new Error('The comparison returned nothing.')
  return row
}
