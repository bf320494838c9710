import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'

/** Tables this reads across subjects. @public */
export const READS = ['mail_event', 'outbox_mail', 'mail_address', 'contact_listing', 'timeline_entry'] as const

type Stretch = { from: Date; until: Date }

/**
 * Notes who opened or followed a mail, by when we heard of it. What a machine did never became an event. Run twice, it
 * notes the same.
 */
export const noteSigns = (db: Db, { from, until }: Stretch): Promise<number> => db.$executeRaw`
  INSERT INTO sign_of_life (email, seen_at)
  SELECT a.email, max(e.occurred_at)
    FROM mail_event e JOIN outbox_mail m ON m.id = e.mail_id JOIN mail_address a ON a.email = m.recipient
   WHERE e.recorded_at >= ${from} AND e.recorded_at < ${until} AND e.kind IN ('opened', 'clicked')
   GROUP BY 1 ORDER BY 1
  ON CONFLICT (email) DO UPDATE SET seen_at = greatest(sign_of_life.seen_at, excluded.seen_at)`

/** Notes which searches found a home in the runs of a stretch of time, whether they told of it or not. */
export const noteFinds = (db: Db, { from, until }: Stretch): Promise<number> => db.$executeRaw`
  INSERT INTO search_found (search_id, found_at)
  SELECT s.id, max(r.started_at)
    FROM alert_run r JOIN alert_finding f ON f.run_id = r.id, unnest(f.search_ids) AS found(id)
    JOIN saved_search s ON s.id = found.id
   WHERE r.started_at >= ${from} AND r.started_at < ${until} GROUP BY 1 ORDER BY 1
  ON CONFLICT (search_id) DO UPDATE SET found_at = greatest(search_found.found_at, excluded.found_at)`

/** Somebody moved or typed in the portal that the link of an address opens. */
export const noteVisit = (db: Db, { email, at }: { email: string; at: Date }): Promise<number> => db.$executeRaw`
  INSERT INTO sign_of_life (email, seen_at) VALUES (${email}, ${at})
  ON CONFLICT (email) DO UPDATE SET seen_at = greatest(sign_of_life.seen_at, excluded.seen_at)`

/** Facts on the timeline that a person made true themselves; whoever records another kind of them adds it here. */
const FACTS_OF_LIFE = ['inquiry.%', 'visit.%', 'home.%', 'alerts.resumed', 'search.kept']

/**
 * The last sign of life of anybody who gets the mails of each row of `people (contact_id, emails, started_at)`, or the
 * start where there was none. The timeline is only asked about those who have been quiet for long.
 */
export const lastSigns = (quietSince: Date): Prisma.Sql => Prisma.sql`
  SELECT p.*, greatest(p.started_at, near.at, fact.at) AS life_at
    FROM people p
    LEFT JOIN LATERAL (SELECT max(v.seen_at) AS at FROM sign_of_life v WHERE v.email = ANY(p.emails)) seen ON true
    LEFT JOIN LATERAL (SELECT max(v.decided_at) AS at FROM contact_listing v WHERE v.email = ANY(p.emails)) said ON true
    LEFT JOIN LATERAL (SELECT max(v.visited_at) AS at FROM home_visit v WHERE v.email = ANY(p.emails)) came ON true
   CROSS JOIN LATERAL (SELECT greatest(seen.at, said.at, came.at) AS at) near
    LEFT JOIN LATERAL (
      SELECT max(t.occurred_at) AS at FROM timeline_entry t
       WHERE t.contact_id = p.contact_id AND t.kind LIKE ANY(${FACTS_OF_LIFE})
         AND greatest(p.started_at, near.at) <= ${quietSince}) fact ON true`
