import { z } from 'zod'
import type { Context } from '#server/context.ts'
import { clockTime, plain } from '#server/domain/slack/card.words.ts'
import type { SlackReply } from '#server/domain/slack/inbox/answer-ask.service.ts'
import type { SlackPress } from '#server/domain/slack/inbox/ask.schema.ts'
import { asCard, oldButton } from '#server/domain/slack/inbox/inbox.words.ts'
import { DomainError } from '#server/errors.ts'
import type { Claimed } from '../offers/claim-outcome.ts'
import { askForTime, claimMine, giveBack, passMine } from '../offers/my-offers.service.ts'
import { OFFER_STATE_WORDS, PASS_REASONS, spanInWords } from '../offers/offers.words.ts'
import { OFFER_ACTIONS, type OfferAction } from './offer-card.words.ts'

const channel = 'slack' as const
const idSchema = z.uuid()
const passSchema = z.object({ reason: z.enum(PASS_REASONS), offerId: z.uuid() })

const say = (words: string): SlackReply => ({ say: asCard(words) })
const clock = (at: Date) => clockTime(at, at.toISOString())

function claimInWords(claimed: Exclude<Claimed, { outcome: 'unknown' }>): string {
  switch (claimed.outcome) {
    case 'won':
      return 'It is yours. Name, phone and e-mail are in your messages with Palmetto.'
    case 'lost':
      return `${plain(claimed.winner.fullName)} was faster: at ${clock(claimed.at)}, after ${spanInWords(claimed.tookMs)}.`
    case 'passed':
      return `You passed at ${clock(claimed.at)}. Somebody else is asked.`
    case 'over':
      return `This one is over since ${clock(claimed.at)}: ${OFFER_STATE_WORDS[claimed.state].toLowerCase()}.`
  }
}

const notAsked = say(
  'This lead is held out to others: you are not among those who are asked. Somebody who leads you can say why.',
)

async function claim(ctx: Context, offerId: string, action: OfferAction): Promise<SlackReply> {
  const claimed = await claimMine(ctx, { offerId, channel }).catch((error) => {
    // Everybody in the channel sees the button, also whoever the lead is not for.
    if (error instanceof DomainError && error.code === 'NOT_FOUND' && action === 'offer.claim') return null
    throw error
  })
  if (!claimed) return notAsked
  // Whoever pressed on their own card sees it change.
  return claimed.outcome === 'won' && action === 'offer.accept' ? {} : say(claimInWords(claimed))
}

async function pass(ctx: Context, selected: string | null): Promise<SlackReply> {
  const [reason, offerId] = (selected ?? '').split(':')
  const chosen = passSchema.safeParse({ reason, offerId })
  if (!chosen.success) return oldButton
  const passed = await passMine(ctx, { ...chosen.data, channel })
  return passed.outcome === 'over' ? say('This one is over; nothing is held against you.') : {}
}

async function wantTime(ctx: Context, offerId: string): Promise<SlackReply> {
  const answer = await askForTime(ctx, { offerId, channel })
  if (answer.outcome === 'over') return say('This one is over already.')
  const until = clock(answer.expiresAt)
  return say(
    answer.outcome === 'granted' ? `You have until ${until}.` : `You had your ten minutes; it is yours until ${until}.`,
  )
}

async function handOver(ctx: Context, offerId: string): Promise<SlackReply> {
  const answer = await giveBack(ctx, { offerId, channel })
  return answer.outcome === 'back'
    ? {}
    : say('The minute is over: the lead stays with you. Give it to somebody in Palmetto.')
}

export const isOfferAction = (action: string): action is OfferAction => OFFER_ACTIONS.some((each) => each === action)

/** A button on an offer was pressed: the same services answer as on every other channel. */
export async function pressOffer(ctx: Context, action: OfferAction, press: SlackPress): Promise<SlackReply> {
  if (action === 'offer.pass') return pass(ctx, press.selected)
  const id = idSchema.safeParse(press.value)
  if (!id.success) return oldButton
  if (action === 'offer.more-time') return wantTime(ctx, id.data)
  return action === 'offer.hand-back' ? handOver(ctx, id.data) : claim(ctx, id.data, action)
}
