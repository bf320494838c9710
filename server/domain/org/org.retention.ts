import type { Sweep } from '#server/sweep.ts'

/** Sessions that were ended or have run out. */
export const sweepSessions: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM session WHERE id IN (
    SELECT id FROM session WHERE least(ended_at, expires_at) < ${before} ORDER BY id LIMIT ${limit})`

/** Links that were used or have run out. */
export const sweepTokens: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM person_token WHERE id IN (
    SELECT id FROM person_token WHERE least(used_at, expires_at) < ${before} LIMIT ${limit})`
