import type { Posted } from '#server/adapters/slack/bot.types.ts'
import type { Trouble } from '#server/adapters/slack/trouble.ts'
import type { Db } from '#server/db.ts'
import { nextTry } from '../slack.pace.ts'
import type { Head } from './lane.ts'

export type Settled = 'posted' | 'edited' | 'waits' | 'failed'

/** Only the holder of this attempt may write: a slow one whose lease ran out must not undo the next one's work. */
const mine = ({ id, attempts }: Head) => ({ id, state: 'sending' as const, attempts })

/** It stands in Slack, as it was when it was taken: what was changed since goes next. */
export async function settlePosted(db: Db, head: Head, { channel, ts }: Posted, now: Date): Promise<Settled> {
  const when = head.posted ? { editedAt: now } : { postedAt: now }
  const done = { postedVersion: head.version, slackChannel: channel, ts, lastError: null, attempts: 0, ...when }
  const { count } = await db.slackMessage.updateMany({
    where: { ...mine(head), version: head.version },
    data: { ...done, state: 'posted' },
  })
  if (count === 0) await db.slackMessage.updateMany({ where: mine(head), data: { ...done, state: 'queued' } })
  return head.posted ? 'edited' : 'posted'
}

/** It does not stand in Slack, or nobody knows. */
export async function settleTrouble(db: Db, head: Head, trouble: Trouble, now: Date): Promise<Settled> {
  const { kind, reason, waitSeconds } = trouble
  const isForNow = kind === 'later' || kind === 'unknown' || kind === 'account'
  const notBefore = isForNow ? nextTry({ attempts: head.attempts, kind, waitSeconds }, now) : null
  const doubts = kind === 'unknown' && !head.posted ? { doubts: { increment: 1 } } : {}
  await db.slackMessage.updateMany({
    where: mine(head),
    data: {
      ...{ lastError: reason.slice(0, 500), ...doubts },
      ...(notBefore ? { state: 'queued', notBefore } : { state: 'failed' }),
    },
  })
  return notBefore ? 'waits' : 'failed'
}
