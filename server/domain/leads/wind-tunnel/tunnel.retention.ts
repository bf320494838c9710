import type { Sweep } from '#server/sweep.ts'

/** Trials of long ago that nothing refers to: what was published, or lies there as a draft, keeps the trial it rests on. */
export const sweepTunnelRuns: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM wind_tunnel_run WHERE id IN (
    SELECT id FROM wind_tunnel_run r WHERE asked_at < ${before} AND state IN ('done', 'failed')
       AND NOT (state = 'done' AND EXISTS (SELECT 1 FROM routing_rule_set s WHERE s.digest = r.digest))
     ORDER BY asked_at, id LIMIT ${limit})`
