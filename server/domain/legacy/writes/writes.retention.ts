import type { Sweep } from '#server/sweep.ts'

/** Records that are across. One that is changed again gets a row again, with a higher version. */
export const sweepWritten: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM legacy_write WHERE (stream, target_id) IN (
    SELECT stream, target_id FROM legacy_write
     WHERE state = 'done' AND written_at < ${before} ORDER BY written_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
     AND state = 'done'`

/** What was changed on both sides, and how it was decided. */
export const sweepConflicts: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM legacy_conflict WHERE id IN (
    SELECT id FROM legacy_conflict WHERE found_at < ${before} ORDER BY found_at LIMIT ${limit})`
