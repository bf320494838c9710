import { HAND_BACK_MS } from '#server/domain/leads/offers/offers.words.ts'
import type { Offer } from './_queries.ts'

/** How an offer stands for whoever reads it. */
export type Standing =
  | { kind: 'live' }
  /** They have it; until then they can give it back. */
  | { kind: 'mine'; handBackUntil: Date | null }
  | { kind: 'taken'; by: string; at: Date; tookMs: number }
  | { kind: 'passed'; at: Date }
  /** Their time ran out. */
  | { kind: 'missed'; at: Date }
  /** No channel delivered it in time: nothing is held against them. */
  | { kind: 'unreached'; at: Date }
  | { kind: 'withdrawn'; at: Date }

export function standingOf(offer: Offer): Standing {
  const { client, winner, endedAt, offeredAt, handedBackAt, mine } = offer
  if (client && endedAt) {
    return { kind: 'mine', handBackUntil: handedBackAt ? null : new Date(endedAt.getTime() + HAND_BACK_MS) }
  }
  if (winner && endedAt) {
    return { kind: 'taken', by: winner.fullName, at: endedAt, tookMs: endedAt.getTime() - offeredAt.getTime() }
  }
  if (mine.passedAt) return { kind: 'passed', at: mine.passedAt }
  if (mine.missedAt) return { kind: 'missed', at: mine.missedAt }
  if (endedAt && offer.state === 'timedOut') return { kind: 'unreached', at: endedAt }
  return endedAt ? { kind: 'withdrawn', at: endedAt } : { kind: 'live' }
}
