import type { Context } from '#server/context.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import { asCard } from '../inbox/inbox.words.ts'
import { queueSlack, requeueSlack } from '../slack.service.ts'

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
    const message = await tx.slackMessage.findUnique({ where: { id: messageId }, select: { key: true } })
    if (!message) throw notFound('This message')
    if (await requeueSlack(tx, message)) return
    throw new DomainError('CONFLICT', 'Only a message that was given up can be sent again.')
  })
  return { messageId }
}
