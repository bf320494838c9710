import type { DealLostReason, DealMilestoneKind, DealSide, DealStage } from '#server/generated/prisma/enums.ts'

/** A day without a time, as "2026-11-30". */
export type Day = string

/** A deal by ids alone, wherever it was read: what both readers have to agree on. */
export type DealRow = {
  id: string
  contactId: string
  agentId: string
  listingId: string | null
  side: DealSide
  stage: DealStage
  lostReason: DealLostReason | null
  priceCents: bigint | null
  /** Hundredths of a percent of the price. */
  commissionBps: number | null
  addressText: string | null
  expectedCloseOn: Day | null
  closedOn: Day | null
  stageSince: Date
  createdAt: Date
  updatedAt: Date
  /** In the order of their kinds. */
  milestones: { kind: DealMilestoneKind; dueOn: Day; doneAt: Date | null }[]
  /** Counted by this database only: null where the old system was asked, for nothing is edited here then. */
  version: number | null
}

export type StageTotal = { stage: DealStage; count: number; priceCents: bigint }

export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)
export const dateOfDay = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** The first day of the month of a day, and that of the next. */
export function monthOf(today: Day): { from: Day; before: Day } {
  const from = `${today.slice(0, 7)}-01`
  const next = dateOfDay(from)
  next.setUTCMonth(next.getUTCMonth() + 1)
  return { from, before: dayOf(next) }
}
