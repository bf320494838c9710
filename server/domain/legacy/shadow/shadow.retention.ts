import type { Sweep } from '#server/sweep.ts'

/** What the old engine logged long ago. What was read once is not read again, so it does not come back. */
export const sweepSentAlerts: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM legacy_sent_alert WHERE id IN (
    SELECT id FROM legacy_sent_alert WHERE sent_at < ${before} ORDER BY sent_at LIMIT ${limit})`

/** Differences of days that no switch looks at any more; how many there were stays with the day. */
export const sweepDifferences: Sweep = async (db, before, limit) => {
  const differences = await db.$executeRaw`
    DELETE FROM legacy_shadow_difference WHERE id IN (
      SELECT id FROM legacy_shadow_difference WHERE day < ${before}::date ORDER BY day LIMIT ${limit})`
  const wouldSend = await db.$executeRaw`
    DELETE FROM legacy_would_send WHERE (day, event_id, search_id) IN (
      SELECT day, event_id, search_id FROM legacy_would_send WHERE day < ${before}::date ORDER BY day LIMIT ${limit})`
  return differences + wouldSend
}
