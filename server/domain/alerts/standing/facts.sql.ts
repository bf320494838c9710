import type { Db } from '#server/db.ts'
import type { SearchCadence } from '#server/generated/prisma/enums.ts'
import { DAY_MS, MOST_HOMES_A_MAIL, PATIENCE, TOO_BROAD_DAYS } from './patience.ts'
import { lastSigns } from './signs.sql.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact', 'outbox_mail', 'mail_address'] as const

/** All that the rules ask about one search that writes mails at present. */
export type SearchFacts = {
  searchId: string
  name: string
  contactId: string
  agentId: string
  email: string
  cadence: SearchCadence
  lifeAt: Date
  /** Mails that left because of it since the last sign of life, or since its last step; at most 1,000 are counted. */
  mails: number
  foundAt: Date
  /** The longest mail of the last days, where one was too long. */
  homes: number | null
  homesAt: Date | null
}

const MOST_COUNTED = 1_000
const quietest = Math.min(...Object.values(PATIENCE).map(({ days }) => days))
const before = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS)

/**
 * The next `take` searches after `after` that write mails at present: on, with somebody to write to who has not asked
 * for quiet. A search begins anew when its criteria change and when it is switched on again, and no search is blamed for
 * the time before the first run.
 */
export const readFacts = (db: Db, { after, take, now }: { after: string; take: number; now: Date }) =>
  db.$queryRaw<SearchFacts[]>`
    WITH people AS MATERIALIZED (
      SELECT s.id, s.name, s.cadence, s.contact_id, p.agent_id, p.email, found.found_at,
             -- Of a couple one who reads is enough.
             p.email || ARRAY(SELECT r.email FROM search_recipient r WHERE r.search_id = s.id AND r.left_at IS NULL
                                AND r.removed_at IS NULL) AS emails,
             greatest(s.created_at, v.created_at, s.paused_until, CASE WHEN s.reason = 'ReActivated' THEN s.updated_at END,
                      kept.at, (SELECT min(started_at) FROM alert_run)) AS started_at,
             CASE WHEN ignored.stage = 'Ignored' THEN ignored.stage_at END AS stepped_at
        FROM saved_search s
        JOIN saved_search_version v ON v.search_id = s.id AND v.version = s.current_version
        JOIN contact p ON p.id = s.contact_id AND p.removed_at IS NULL AND p.email IS NOT NULL
        LEFT JOIN mail_address a ON a.email = p.email
        LEFT JOIN search_found found ON found.search_id = s.id
        LEFT JOIN search_standing ignored ON ignored.search_id = s.id AND ignored.lane = 'ignored'
        LEFT JOIN LATERAL (SELECT max(k.kept_at) AS at FROM search_standing k WHERE k.search_id = s.id) kept ON true
       WHERE s.id > ${after}::uuid AND s.active_yn AND s.removed_at IS NULL
         AND (s.paused_until IS NULL OR s.paused_until <= ${now}) AND a.suppressed_at IS NULL
       ORDER BY s.id LIMIT ${take}),
    alive AS MATERIALIZED (${lastSigns(before(now, quietest))})
    SELECT s.id::text AS "searchId", s.name, s.contact_id::text AS "contactId", s.agent_id::text AS "agentId",
           s.email::text, s.cadence::text, s.life_at AS "lifeAt", told.mails,
           greatest(s.started_at, s.found_at) AS "foundAt", long.homes, long.at AS "homesAt"
      FROM alive s
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS mails FROM (
         SELECT FROM alert_mail m JOIN outbox_mail o ON o.id = m.id AND o.state = 'sent'
          WHERE s.life_at <= ${before(now, quietest)} AND m.recipient = s.email
            AND m.slot > greatest(s.life_at, s.stepped_at) AND s.id = ANY(m.search_ids)
          LIMIT ${MOST_COUNTED}) AS mail) told
      LEFT JOIN LATERAL (
        SELECT m.slot AS at, homes.homes FROM alert_mail m
         CROSS JOIN LATERAL (SELECT count(DISTINCT line.home)::int AS homes
                               FROM unnest(m.search_ids, m.listing_ids) AS line(search, home) WHERE line.search = s.id) homes
         WHERE m.recipient = s.email AND m.slot > ${before(now, TOO_BROAD_DAYS)}
           AND cardinality(m.listing_ids) > ${MOST_HOMES_A_MAIL} AND homes.homes > ${MOST_HOMES_A_MAIL}
         ORDER BY homes.homes DESC LIMIT 1) long ON true
     ORDER BY s.id`
