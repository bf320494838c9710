import { z } from 'zod'
import { DEAL_SIDES, DEAL_STAGES, LOST_REASONS, MILESTONE_KINDS } from './deals.words.ts'

/** A day without a time, as "2026-11-30"; years that a brokerage has papers of. */
const day = z.iso.date('Write the day like 2026-11-30.').refine((text) => text >= '1990-01-01' && text < '2100-01-01', {
  message: 'That year can not be right.',
})
const MOST_CENTS = 10_000_000_000_000n
const address = z
  .string()
  .trim()
  .max(200, 'At most 200 characters.')
  .refine((text) => !/\p{Cc}/u.test(text), 'Keep it on one line.')
  .nullish()
  .transform((text) => text || null)

const filters = z.object({
  agentId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  stage: z.enum(DEAL_STAGES).optional(),
  /** Those that are to close in this month, or did. */
  closing: z.literal('thisMonth').optional(),
})
export const listDealsInput = filters.extend({ cursor: z.string().max(200).nullish() })
export const boardInput = filters.omit({ stage: true })
export const dealInput = z.object({ dealId: z.uuid() })

const milestones = z
  .array(z.object({ kind: z.enum(MILESTONE_KINDS), dueOn: day }))
  .max(MILESTONE_KINDS.length)
  .refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, 'Each milestone only once.')
const details = {
  side: z.enum(DEAL_SIDES),
  listingId: z.uuid().nullish(),
  addressText: address,
  priceCents: z.bigint().min(1n, 'A price is more than nothing.').max(MOST_CENTS, 'That is too much.').nullish(),
  /** Hundredths of a percent. */
  commissionBps: z.int().min(0).max(10_000, 'A commission is at most the whole price.').nullish(),
  expectedCloseOn: day.nullish(),
  milestones,
}
export const addDealInput = z.object({
  ...details,
  contactId: z.uuid(),
  /** Whose deal it is. Left out: the one who asks, or the agent they assist. */
  agentId: z.uuid().optional(),
  milestones: milestones.default([]),
})
export const editDealInput = z.object({
  ...details,
  dealId: z.uuid(),
  agentId: z.uuid().optional(),
  /** The version that the form was opened on: somebody else's change in between is not overwritten. */
  version: z.int().min(1),
})
export const moveDealInput = z.object({
  dealId: z.uuid(),
  /** The stage it was seen in: who moves what somebody else has moved is told so. */
  from: z.enum(DEAL_STAGES),
  to: z.enum(DEAL_STAGES),
  /** Why it was lost; asked for when, and only when, it is moved there. */
  lostReason: z.enum(LOST_REASONS).nullish(),
  /** The day on which it closed; today when nothing is said. */
  closedOn: day.nullish(),
})
export const milestoneInput = z.object({ dealId: z.uuid(), kind: z.enum(MILESTONE_KINDS), done: z.boolean() })

export type DealFilters = z.output<typeof filters>
export type ListDealsInput = z.output<typeof listDealsInput>
export type BoardInput = z.output<typeof boardInput>
export type AddDealInput = z.output<typeof addDealInput>
export type EditDealInput = z.output<typeof editDealInput>
export type MoveDealInput = z.output<typeof moveDealInput>
export type MilestoneInput = z.output<typeof milestoneInput>
