import { z } from 'zod'
import type { Context } from '#server/context.ts'
import { linked } from '#server/domain/slack/card.words.ts'
import type { SlackReply } from '#server/domain/slack/inbox/answer-ask.service.ts'
import type { SlackPress } from '#server/domain/slack/inbox/ask.schema.ts'
import { asCard, oldButton } from '#server/domain/slack/inbox/inbox.words.ts'
import { env } from '#server/env.ts'
import { takeFromPond } from '../offers/ponds.service.ts'
import { POND_ACTION } from './list-cards.ts'

export const isPondAction = (action: string) => action === POND_ACTION

/** Somebody takes a lead out of a pond, from the list that they asked for. */
export async function pressPond(ctx: Context, { value }: SlackPress): Promise<SlackReply> {
  const id = z.uuid().safeParse(value)
  if (!id.success) return oldButton
  const { contactId } = await takeFromPond(ctx, { inquiryId: id.data })
  return { say: asCard(`It is yours: ${linked(`${env.APP_URL}/contacts/${contactId}`, 'open it in Palmetto')}.`) }
}
