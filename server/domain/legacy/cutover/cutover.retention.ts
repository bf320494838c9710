import type { Sweep } from '#server/sweep.ts'

/** Comparisons that came to their end. */
export const sweepParity: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM legacy_parity WHERE id IN (
    SELECT id FROM legacy_parity WHERE ended_at < ${before} ORDER BY ended_at LIMIT ${limit})`

/** Differences that are mended. */
export const sweepMismatches: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM legacy_mismatch WHERE (stream, key) IN (
    SELECT stream, key FROM legacy_mismatch WHERE resolved_at < ${before} ORDER BY resolved_at LIMIT ${limit})`

/** Rehearsals that came to their end. */
export const sweepRehearsals: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM legacy_rehearsal WHERE id IN (
    SELECT id FROM legacy_rehearsal WHERE ended_at < ${before} ORDER BY ended_at LIMIT ${limit})`
