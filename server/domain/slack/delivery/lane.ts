import type { Db } from '#server/db.ts'
import type { Card } from '../card.schema.ts'
import { cardSchema } from '../card.schema.ts'

/** Longer than a post can take, with what it has to ask for before. */
const LEASE_MS = 60_000

type Runner = { lane: string; runner: string; now: Date; until?: Date }

/**
 * Takes a lane, or keeps it: one run posts in it, so that its messages stay in order. Null: another one is at work.
 * Waits for whoever is just leaving, so that a message is seen by the one or by the other.
 */
export async function takeLane(db: Db, { lane, runner, now, until = now }: Runner): Promise<{ opensAt: Date } | null> {
  const leaseUntil = new Date(until.getTime() + LEASE_MS)
  const [row] = await db.$queryRaw<{ opensAt: Date }[]>`
    INSERT INTO slack_lane AS l (lane, opens_at, runner, lease_until) VALUES (${lane}, ${now}, ${runner}, ${leaseUntil})
    ON CONFLICT (lane) DO UPDATE SET runner = excluded.runner, lease_until = excluded.lease_until
     WHERE l.runner IS NULL OR l.runner = excluded.runner OR l.lease_until < ${now}
    RETURNING opens_at AS "opensAt"`
  return row ?? null
}

type Leaving = { lane: string; runner: string; opensAt?: Date }

/** Leaves a lane in which nothing waits; it opens again at `opensAt`. False: something has come meanwhile. */
export async function leaveLane(db: Db, { lane, runner, opensAt }: Leaving): Promise<boolean> {
  const left = await db.$executeRaw`
    UPDATE slack_lane SET runner = NULL, lease_until = NULL, opens_at = coalesce(${opensAt ?? null}, opens_at)
     WHERE lane = ${lane} AND runner = ${runner}
       AND NOT EXISTS (SELECT FROM slack_message WHERE lane = ${lane} AND state IN ('queued', 'sending'))`
  return left > 0
}

/** Gives a lane up for the next run, whatever waits in it. */
export const giveUpLane = (db: Db, { lane, runner }: { lane: string; runner: string }) =>
  db.slackLane.updateMany({ where: { lane, runner }, data: { runner: null, leaseUntil: null } })

export const openLaneAt = (db: Db, lane: string, opensAt: Date) =>
  db.slackLane.updateMany({ where: { lane }, data: { opensAt } })

export type Head = {
  id: string
  key: string
  lane: string
  personId: string | null
  channel: string | null
  card: Card
  version: number
  /** Where it stands already; null when it has to be posted. */
  posted: { channel: string; ts: string } | null
  attempts: number
  doubts: number
  createdAt: Date
}

type Taken = Omit<Head, 'card' | 'posted'> & {
  card: unknown
  slackChannel: string | null
  ts: string | null
  /** Null: it was not taken, since its time has not come. */
  takenId: string | null
  notBefore: Date
}

/** The first of a lane, marked as being sent. One that was marked before may have been posted: nobody knows. */
export async function takeHead(db: Db, lane: string, now: Date): Promise<Head | { waitUntil: Date } | null> {
  // One that was never tried is due, whatever the clock of its writer said.
  const [head] = await db.$queryRaw<Taken[]>`
    /* one plan */ WITH head AS (
      SELECT * FROM slack_message WHERE lane = ${lane} AND state IN ('queued', 'sending') ORDER BY turn LIMIT 1),
    taken AS (
      UPDATE slack_message AS m SET state = 'sending', attempts = m.attempts + 1,
             doubts = m.doubts + CASE WHEN m.state = 'sending' AND m.ts IS NULL THEN 1 ELSE 0 END
        FROM head WHERE m.id = head.id AND (head.attempts = 0 OR head.not_before <= ${now})
      RETURNING m.id, m.attempts, m.doubts, m.card, m.version)
    SELECT head.id::text, taken.id::text AS "takenId", head.key, head.lane, head.person_id::text AS "personId", head.channel,
           coalesce(taken.card, head.card) AS card, coalesce(taken.version, head.version) AS version,
           head.slack_channel AS "slackChannel", head.ts, coalesce(taken.attempts, head.attempts) AS attempts,
           coalesce(taken.doubts, head.doubts) AS doubts, head.created_at AS "createdAt", head.not_before AS "notBefore"
      FROM head LEFT JOIN taken ON taken.id = head.id`
  if (!head) return null
  const { takenId, notBefore, slackChannel, ts, card, ...rest } = head
  if (takenId === null) return { waitUntil: notBefore }
  return { ...rest, card: cardSchema.parse(card), posted: slackChannel && ts ? { channel: slackChannel, ts } : null }
}
