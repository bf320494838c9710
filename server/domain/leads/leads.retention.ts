import type { Sweep } from '#server/sweep.ts'

/** Sign-ups of long ago. Their ids tell their age; a yes is kept beside its search. */
export const sweepSignUps: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM sign_up WHERE id IN (
    SELECT id FROM sign_up WHERE id < first_uuid_of(${before}) ORDER BY id LIMIT ${limit})`
