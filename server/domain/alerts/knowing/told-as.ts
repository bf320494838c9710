import type { ListingEventKind, SearchEventKind, StandardStatus } from '#server/generated/prisma/enums.ts'
import type { Criteria } from '../searches.schema.ts'

/** What happened to a home, and when it was written down. Prices in cents. */
export type Happening = {
  kind: ListingEventKind
  fromPriceCents: bigint | null
  toPriceCents: bigint
  toStatus: StandardStatus
  recordedAt: Date
  /** Its place in the feed; null until a run or the sync has numbered it. */
  position: bigint | null
}

function isInRange(cents: bigint, { listPriceMin: min, listPriceMax: max }: Criteria): boolean {
  return (min === undefined || cents >= BigInt(min) * 100n) && (max === undefined || cents <= BigInt(max) * 100n)
}

function priceChangeAs(criteria: Criteria, { fromPriceCents: from, toPriceCents: to }: Happening): SearchEventKind[] {
  if (from === null) return []
  const movedIn = !isInRange(from, criteria) && isInRange(to, criteria)
  return [...(movedIn ? (['MovedIntoRange'] as const) : []), ...(to < from ? (['PriceDrop'] as const) : [])]
}

function kindsOf(criteria: Criteria, happening: Happening): SearchEventKind[] {
  switch (happening.kind) {
    case 'New':
    case 'BackOnMarket':
    case 'OpenHouse':
      return [happening.kind]
    case 'StatusChange':
      return criteria.statuses.some((status) => status === happening.toStatus) ? ['StatusChange'] : []
    case 'PriceChange':
      return priceChangeAs(criteria, happening)
  }
}

/** Under which kind a search would hear of something that happened to a home; null when it did not ask for that. */
export const toldAs = (criteria: Criteria, happening: Happening): SearchEventKind | null =>
  kindsOf(criteria, happening).find((kind) => criteria.events.includes(kind)) ?? null
