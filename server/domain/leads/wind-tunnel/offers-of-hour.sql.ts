import type { Db } from '#server/db.ts'
import type { OffersOfHour } from './habits.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person', 'office'] as const

/** What became of the offers of a time that went to one person alone, by hour of the week. Those that still wait do not count. */
export const readOffersOfHours = (db: Db, { from, to }: { from: Date; to: Date }): Promise<OffersOfHour[]> =>
  db.$queryRaw`
    SELECT o.person_id::text AS "agentId",
           ((extract(isodow FROM o.asked_at AT TIME ZONE f.time_zone) - 1) * 24
            + extract(hour FROM o.asked_at AT TIME ZONE f.time_zone))::int AS hour,
           count(*)::int AS offers, count(o.won_at)::int AS accepted,
           count(o.passed_at) FILTER (WHERE o.won_at IS NULL)::int AS passed,
           coalesce(sum(extract(epoch FROM coalesce(o.won_at, o.passed_at) - o.asked_at)) / 60, 0)::float8 AS minutes
      FROM lead_offer_person o
      JOIN lead_offer l ON l.id = o.offer_id
      JOIN person p ON p.id = o.person_id
      JOIN office f ON f.id = p.office_id
     WHERE l.kind = 'direct' AND o.asked_at >= ${from} AND o.asked_at < ${to}
       AND num_nonnulls(o.won_at, o.passed_at, o.missed_at) > 0
     GROUP BY 1, 2 ORDER BY 1, 2`
