import type { Sweep } from '#server/sweep.ts'

/** What came in by a door, as it came, long after it was settled: the lead has what it says. What waits stays. */
export const sweepArrivals: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM lead_arrival WHERE id IN (
    SELECT id FROM lead_arrival WHERE received_at < ${before} AND state IN ('taken', 'discarded')
     ORDER BY received_at, id LIMIT ${limit})`

/** Files of leads that were read long ago; not while something out of them waits for a human. */
export const sweepLeadFiles: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM lead_import WHERE id IN (
    SELECT id FROM lead_import f WHERE created_at < ${before} AND done_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM lead_arrival a
                        WHERE a.import_id = f.id AND a.state IN ('received', 'held', 'unreadable'))
     ORDER BY created_at, id LIMIT ${limit})`
