import type { Actor, Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import type { OfferChannel, OfferPassReason } from '#server/generated/prisma/enums.ts'
import { listMyOffers, readOffer } from './offer-view.queries.ts'
import { claimOffer, handBack, needTenMinutes, passOffer, seeOffer } from './offers.service.ts'

type Order = { offerId: string; channel: OfferChannel }

/** An assistant answers for the agent they work for. */
const actsFor = ({ assistsId, personId }: Actor) => assistsId ?? personId
const answerOf = ({ actor }: Context, order: Order) => ({ ...order, personId: actsFor(actor) })

const isKnown = <Answer extends { outcome: string }>(
  answer: Answer,
): answer is Exclude<Answer, { outcome: 'unknown' }> => answer.outcome !== 'unknown'

/** An answer about an offer that was never theirs is no answer. */
function known<Answer extends { outcome: string }>(answer: Answer): Exclude<Answer, { outcome: 'unknown' }> {
  if (!isKnown(answer)) throw notFound('This offer')
  return answer
}

/** The offers that wait for one's answer, the most urgent first. */
export const listOffers = ({ db, actor }: Context) => listMyOffers(db, { personId: actsFor(actor) })

export async function getOffer({ db, actor }: Context, { offerId }: { offerId: string }) {
  const offer = await readOffer(db, { offerId, personId: actsFor(actor) })
  if (!offer) throw notFound('This offer')
  return offer
}

export async function seeMine(ctx: Context, order: Order) {
  await getOffer(ctx, order)
  return seeOffer(ctx, answerOf(ctx, order))
}

export const claimMine = async (ctx: Context, order: Order) => known(await claimOffer(ctx, answerOf(ctx, order)))
export const passMine = async (ctx: Context, order: Order & { reason: OfferPassReason }) =>
  known(await passOffer(ctx, { ...answerOf(ctx, order), reason: order.reason }))
export const askForTime = async (ctx: Context, order: Order) => known(await needTenMinutes(ctx, answerOf(ctx, order)))
export const giveBack = async (ctx: Context, order: Order) => known(await handBack(ctx, answerOf(ctx, order)))
