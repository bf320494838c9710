import type { Prisma } from '#server/generated/prisma/client.ts'
import { type DealRow, dateOfDay, monthOf } from './deals.rows.ts'
import type { DealFilters } from './deals.schema.ts'
import { todayAt } from './deals.words.ts'

/** The filters of the list as a `where`. `fits` says the same of a row; a test holds the two together. */
export function filteredDeals({ agentId, contactId, stage, closing }: DealFilters, now: Date): Prisma.DealWhereInput {
  const { from, before } = monthOf(todayAt(now))
  const within = { gte: dateOfDay(from), lt: dateOfDay(before) }
  return {
    AND: [
      agentId ? { agentId } : {},
      contactId ? { contactId } : {},
      stage ? { stage } : {},
      closing
        ? { stage: { not: 'lost' }, OR: [{ closedOn: within }, { closedOn: null, expectedCloseOn: within }] }
        : {},
    ],
  }
}

/** Whether a row that came from elsewhere is one that the filters ask for. */
export function fits(row: DealRow, { agentId, contactId, stage, closing }: DealFilters, now: Date): boolean {
  if (agentId && row.agentId !== agentId) return false
  if (contactId && row.contactId !== contactId) return false
  if (stage && row.stage !== stage) return false
  if (!closing) return true
  const { from, before } = monthOf(todayAt(now))
  const day = row.closedOn ?? row.expectedCloseOn
  return row.stage !== 'lost' && day !== null && day >= from && day < before
}
