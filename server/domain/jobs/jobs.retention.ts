import type { Sweep } from '#server/sweep.ts'

/** Runs with their steps. One that still runs stays, however old. */
export const sweepRuns: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM job_run WHERE run_id IN (
    SELECT run_id FROM job_run WHERE started_at < ${before} AND status <> 'running' ORDER BY started_at LIMIT ${limit})`

/** Incidents that are over, with their notices. */
export const sweepIncidents: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM incident WHERE id IN (SELECT id FROM incident WHERE resolved_at < ${before} ORDER BY id LIMIT ${limit})`

export const sweepDrills: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM fire_drill WHERE day IN (SELECT day FROM fire_drill WHERE started_at < ${before} LIMIT ${limit})`

export const sweepHeartbeats: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM worker_heartbeat WHERE worker_id IN (
    SELECT worker_id FROM worker_heartbeat WHERE seen_at < ${before} LIMIT ${limit})`
