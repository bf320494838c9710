import type { Sweep } from '#server/sweep.ts'

/** How searches and people stood before changes that are older than any run that can be run again. */
export const sweepStandings: Sweep = async (db, before, limit) => {
  const searches = await db.$executeRaw`
    DELETE FROM search_was WHERE seq IN (SELECT seq FROM search_was WHERE noted_at < ${before} ORDER BY seq LIMIT ${limit})`
  const people = await db.$executeRaw`
    DELETE FROM contact_was WHERE seq IN (SELECT seq FROM contact_was WHERE noted_at < ${before} ORDER BY seq LIMIT ${limit})`
  const added = await db.$executeRaw`
    DELETE FROM recipient_was WHERE seq IN (SELECT seq FROM recipient_was WHERE noted_at < ${before} ORDER BY seq LIMIT ${limit})`
  return searches + people + added
}

/** What was held back for its day or for an agent, and has been told or dropped since. Their ids tell their age. */
export const sweepHolds: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM alert_hold WHERE id IN (
    SELECT id FROM alert_hold WHERE id < first_uuid_of(${before}) AND state <> 'waiting' ORDER BY id LIMIT ${limit})`

/** Looks at homes of long ago; what was told of them stays on the timelines. */
export const sweepVisits: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM home_visit WHERE id IN (
    SELECT id FROM home_visit WHERE id < first_uuid_of(${before}) ORDER BY id LIMIT ${limit})`
