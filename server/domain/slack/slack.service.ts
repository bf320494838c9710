import type { Db } from '#server/db.ts'
import { announce } from '#server/outbox.ts'
import type { Card } from './card.schema.ts'
import { slackQueued } from './slack.events.ts'

/** To one person, in a direct message, or to a channel by its id or its name. */
export type SlackPlace = { personId: string; channel?: never } | { channel: string; personId?: never }
/** One message per key, however often the caller is run again. */
export type SlackOrder = SlackPlace & { key: string; card: Card }

export const laneOf = ({ personId, channel }: SlackPlace) =>
  personId === undefined ? `channel:${channel}` : `person:${personId}`

/** `isOwn`: the caller posts it right after its commit, and nobody else need be woken; what it leaves is found by the clock. */
type Queueing = { isOwn?: boolean }

/** Queues one message in the caller's transaction. False when it was queued before; then nothing changes. */
export async function queueSlack(
  tx: Db,
  order: SlackOrder,
  { isOwn = false }: Queueing = {},
): Promise<{ isNew: boolean }> {
  const { key, card, personId = null, channel = null } = order
  const lane = laneOf(order)
  const { count } = await tx.slackMessage.createMany({
    data: [{ key, lane, card, personId, channel }],
    skipDuplicates: true,
  })
  if (count === 1 && !isOwn) await announce(tx, slackQueued({ lane }))
  return { isNew: count === 1 }
}

/** Puts a message that was given up back into its lane, at the end. False when it was not given up. */
export async function requeueSlack(tx: Db, { key }: { key: string }): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ lane: string }[]>`
    UPDATE slack_message SET state = 'queued', attempts = 0, turn = nextval('slack_message_turn_seq')
     WHERE key = ${key} AND state = 'failed' RETURNING lane`
  if (row) await announce(tx, slackQueued({ lane: row.lane }))
  return row !== undefined
}

/**
 * Gives a message another face, in the caller's transaction. What was not posted yet is posted like this; what stands in
 * Slack is changed there, after whatever waits in its lane. Of several changes only the last one is sent. The same card
 * again changes nothing; nor does it bring back a message that could never be posted.
 */
export async function editSlack(tx: Db, { key, card }: { key: string; card: Card }): Promise<{ isChanged: boolean }> {
  const [row] = await tx.$queryRaw<{ lane: string }[]>`
    UPDATE slack_message
       SET card = ${JSON.stringify(card)}::jsonb, version = version + 1, attempts = 0,
           turn = CASE WHEN state IN ('posted', 'failed') THEN nextval('slack_message_turn_seq') ELSE turn END,
           state = CASE WHEN state = 'posted' OR (state = 'failed' AND ts IS NOT NULL)
                        THEN 'queued'::slack_message_state ELSE state END
     WHERE key = ${key} AND card <> ${JSON.stringify(card)}::jsonb AND (state <> 'failed' OR ts IS NOT NULL)
    RETURNING lane`
  if (row) await announce(tx, slackQueued({ lane: row.lane }))
  return { isChanged: row !== undefined }
}
