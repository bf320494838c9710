import type { Fact } from '#server/outbox.ts'

/** Somebody is asked, or asked again after they gave a lead back. */
export const offerMade = (data: { offerId: string }): Fact => ({ name: 'leads/offer.made', data })
/** Somebody who is asked did something: they took it, passed, or asked for more time. */
export const offerAnswered = (data: { offerId: string }): Fact => ({ name: 'leads/offer.answered', data })
/** The offer is no more: the lead went to somebody by other means. */
export const offerWithdrawn = (data: { offerId: string }): Fact => ({ name: 'leads/offer.withdrawn', data })
/** However it ended: cards and pages that showed it say so. */
export const offerEnded = (data: { offerId: string }): Fact => ({ name: 'leads/offer.ended', data })
