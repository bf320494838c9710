import type { Context } from '#server/context.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { announce } from '#server/outbox.ts'
import { asCard } from '../inbox/inbox.words.ts'
import { slackQueued } from '../slack.events.ts'
import { queueSlack } from '../slack.service.ts'

/** A message to whoever asks for it: it takes the same way as every other one. */
export async function sendTest({ db, actor }: Context) {
  const key = `test:${newId()}`
  const card = asCard('This is a test from Palmetto. Leads that are offered to you come here.')
  await db.$transaction((tx) => queueSlack(tx, { key, personId: actor.personId, card }))
  return { key }
}

/** Puts a message that was given up back into its lane, at the end. */
export async function sendAgain({ db }: Context, { messageId }: { messageId: string }) {
  await db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ lane: string }[]>`
      UPDATE slack_message SET state = 'queued', attempts = 0, turn = nextval('slack_message_turn_seq')
       WHERE id = ${messageId}::uuid AND state = 'failed' RETURNING lane`
    if (row) return announce(tx, slackQueued({ lane: row.lane }))
    if (await tx.slackMessage.findUnique({ where: { id: messageId }, select: { id: true } })) {
      throw new DomainError('CONFLICT', 'Only a message that was given up can be sent again.')
    }
    throw notFound('This message')
  })
  return { messageId }
}
