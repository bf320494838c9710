import type { Sweep } from '#server/sweep.ts'

/** Messages that stand in Slack, or were given up. Their ids tell their age. */
export const sweepSlackMessages: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM slack_message WHERE id IN (
    SELECT id FROM slack_message
     WHERE id < first_uuid_of(${before}) AND state IN ('posted', 'failed') ORDER BY id LIMIT ${limit})`

/** What was asked for in Slack. What waits for its answer stays. */
export const sweepSlackRequests: Sweep = (db, before, limit) => db.$executeRaw`
  DELETE FROM slack_request WHERE id IN (
    SELECT id FROM slack_request WHERE id < first_uuid_of(${before}) AND state <> 'received' ORDER BY id LIMIT ${limit})`
