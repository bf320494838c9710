// Apart from the schema: a page that only shows deals would load all of zod with them.

/** In the order in which a deal goes through them. */
export const DEAL_STAGES = ['prospect', 'active', 'offer', 'underContract', 'closing', 'closed', 'lost'] as const
export type DealStageName = (typeof DEAL_STAGES)[number]
/** Stages in which somebody still works on it. */
export const OPEN_STAGES = ['prospect', 'active', 'offer', 'underContract', 'closing'] as const

type StageWords = {
  name: string
  /** What comes after a name: "is now under contract". */
  now: string
  /** How many of a hundred of them close, in percent: what the firm plans by. */
  chance: number
}
export const STAGE_WORDS = {
  prospect: { name: 'Prospect', now: 'a prospect', chance: 10 },
  active: { name: 'Active', now: 'active', chance: 25 },
  offer: { name: 'Offer', now: 'at the offer', chance: 50 },
  underContract: { name: 'Under contract', now: 'under contract', chance: 80 },
  closing: { name: 'Closing', now: 'at closing', chance: 95 },
  closed: { name: 'Closed', now: 'closed', chance: 100 },
  lost: { name: 'Lost', now: 'lost', chance: 0 },
} as const satisfies Record<DealStageName, StageWords>

export const DEAL_SIDES = ['buyer', 'seller', 'both'] as const
export const SIDE_WORDS = { buyer: 'Buyer', seller: 'Seller', both: 'Both sides' } as const

export const LOST_REASONS = [
  ...(['financing', 'inspection', 'appraisal', 'price', 'otherHome', 'otherAgent', 'changedMind'] as const),
  ...(['noAnswer', 'other'] as const),
] as const
export type LostReasonName = (typeof LOST_REASONS)[number]
export const LOST_WORDS = {
  financing: 'The financing fell through',
  inspection: 'The inspection found too much',
  appraisal: 'The appraisal came in low',
  price: 'No agreement on the price',
  otherHome: 'Another home',
  otherAgent: 'Another agent',
  changedMind: 'They changed their mind',
  noAnswer: 'No answer any more',
  other: 'Something else',
} as const satisfies Record<LostReasonName, string>

export const MILESTONE_KINDS = ['inspection', 'financing', 'appraisal', 'walkThrough', 'closing'] as const
export type MilestoneKindName = (typeof MILESTONE_KINDS)[number]
export const MILESTONE_WORDS = {
  inspection: 'Inspection',
  financing: 'Financing',
  appraisal: 'Appraisal',
  walkThrough: 'Walk-through',
  closing: 'Closing',
} as const satisfies Record<MilestoneKindName, string>

/** What a deal is worth before it is closed: its price by the chance of its stage, in whole cents. */
export const weightedCents = (stage: DealStageName, cents: bigint): bigint =>
  (cents * BigInt(STAGE_WORDS[stage].chance)) / 100n

/** What stands above a deal that nobody gave a place. */
export const NO_PLACE = 'No home yet'

/** The deals of one stage of the board at first; the list shows the rest. */
export const CARDS_A_STAGE = 25

const dayInZone = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short' })

/** The day it is where the offices are, as "2026-11-30". */
export const todayAt = (now: Date | number): string => dayInZone.format(now)
