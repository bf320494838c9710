import type { Sweep } from '#server/sweep.ts'

/** Issues that are closed, with the repairs that closed them. */
export const sweepIssues: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM quality_issue WHERE id IN (
    SELECT id FROM quality_issue WHERE closed_at < ${before} ORDER BY closed_at LIMIT ${limit})`

/** What repairs have changed. It names people, so it goes when nobody takes a repair back any more. */
export const sweepRepairs: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM quality_repair WHERE id IN (
    SELECT id FROM quality_repair WHERE repaired_at < ${before} ORDER BY repaired_at LIMIT ${limit})`

export const sweepScores: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM quality_score WHERE (stream, measured_at) IN (
    SELECT stream, measured_at FROM quality_score WHERE measured_at < ${before} ORDER BY measured_at LIMIT ${limit})`
