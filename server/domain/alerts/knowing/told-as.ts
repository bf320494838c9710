import type { ListingEventKind, StandardStatus } from '#server/generated/prisma/enums.ts'
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
  /** An open house that was called off or has ended. */
  isOver: boolean
}

/** What searches ask to hear of. */
type AskedKind = Criteria['events'][number]

/** What a price is worth telling depends on what the home costs by now. */
type PricedHome = { listPriceCents: bigint }

function isInRange(cents: bigint, { listPriceMin: min, listPriceMax: max }: Criteria): boolean {
  return (min === undefined || cents >= BigInt(min) * 100n) && (max === undefined || cents <= BigInt(max) * 100n)
}

function priceChangeAs(criteria: Criteria, { fromPriceCents: from, toPriceCents: to }: Happening, home: PricedHome) {
  if (from === null) return []
  const kinds: AskedKind[] = []
  if (!isInRange(from, criteria) && isInRange(home.listPriceCents, criteria)) kinds.push('MovedIntoRange')
  if (to < from && home.listPriceCents <= to) kinds.push('PriceDrop')
  return kinds
}

function kindsOf(criteria: Criteria, happening: Happening, home: PricedHome): AskedKind[] {
  switch (happening.kind) {
    case 'New':
    case 'BackOnMarket':
      return [happening.kind]
    case 'OpenHouse':
      return happening.isOver ? [] : ['OpenHouse']
    case 'StatusChange':
      return criteria.statuses.some((status) => status === happening.toStatus) ? ['StatusChange'] : []
    case 'PriceChange':
      return priceChangeAs(criteria, happening, home)
  }
}

/**
 * Under which kind a search hears of something that happened to a home that fits it, or null when it did not ask for
 * that, or when it is no longer so.
 */
export const toldAs = (criteria: Criteria, happening: Happening, home: PricedHome): AskedKind | null =>
  kindsOf(criteria, happening, home).find((kind) => criteria.events.includes(kind)) ?? null
