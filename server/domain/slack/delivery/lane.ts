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

/** Leaves a lane in which nothing waits. False: something has come meanwhile. */
export async function leaveLane(db: Db, { lane, runner }: { lane: string; runner: string }): Promise<boolean> {
  const left = await db.$executeRaw`
    UPDATE slack_lane SET runner = NULL, lease_until = NULL
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

/** The first of a lane, marked as being sent. One that was marked before may have been posted: nobody knows. */
export async function takeHead(db: Db, lane: string, now: Date): Promise<Head | { waitUntil: Date } | null> {
  const head = await db.slackMessage.findFirst({
    where: { lane, state: { in: ['queued', 'sending'] } },
    orderBy: { turn: 'asc' },
  })
  if (!head) return null
  // One that was never tried is due, whatever the clock of its writer said.
  if (head.attempts > 0 && head.notBefore > now) return { waitUntil: head.notBefore }
  const { id, ts, slackChannel } = head
  const isInDoubt = head.state === 'sending' && ts === null
  const taken = await db.slackMessage.update({
    where: { id },
    data: { state: 'sending', attempts: { increment: 1 }, ...(isInDoubt ? { doubts: { increment: 1 } } : {}) },
  })
  const { key, personId, channel, version, attempts, doubts, createdAt } = taken
  const posted = slackChannel && ts ? { channel: slackChannel, ts } : null
  const card = cardSchema.parse(taken.card)
  return { id, key, lane, personId, channel, card, version, posted, attempts, doubts, createdAt }
}
