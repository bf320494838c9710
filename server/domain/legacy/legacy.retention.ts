import type { Sweep } from '#server/sweep.ts'

/** What each run of the sync read and wrote. */
export const sweepSyncCounts: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM legacy_sync_count WHERE (job_run_id, stream) IN (
    SELECT job_run_id, stream FROM legacy_sync_count WHERE started_at < ${before} ORDER BY started_at LIMIT ${limit})`

/** Walks through the old system that came to their end. */
export const sweepWalks: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM legacy_sweep WHERE id IN (
    SELECT id FROM legacy_sweep WHERE ended_at < ${before} ORDER BY ended_at LIMIT ${limit})`
