import type { SearchEventKind } from '#server/generated/prisma/enums.ts'

/** A home that is new and was reduced in the same quarter of an hour is new. */
export const KIND_RANK: Record<SearchEventKind, number> = {
  New: 0,
  BackOnMarket: 1,
  MovedIntoRange: 2,
  PriceDrop: 3,
  OpenHouse: 4,
  StatusChange: 5,
  MatchesNow: 6,
}

/** What the order of a mail goes by. */
export type Placed = { kind: SearchEventKind; cutCents: bigint; at: Date; listingId: string }

/** What is new first, the latest on top; among price cuts the biggest. The same order in the mail and behind its link. */
export function byPlace(a: Placed, b: Placed): number {
  return (
    KIND_RANK[a.kind] - KIND_RANK[b.kind] ||
    Number(b.cutCents - a.cutCents) ||
    b.at.getTime() - a.at.getTime() ||
    (a.listingId < b.listingId ? -1 : 1)
  )
}

type Event = { kind: SearchEventKind; listingId: string; fromPriceCents: bigint | null; toPriceCents: bigint; at: Date }

export const placeOf = ({ kind, listingId, fromPriceCents, toPriceCents, at }: Event): Placed => ({
  ...{ kind, listingId, at },
  cutCents: kind === 'PriceDrop' && fromPriceCents !== null ? fromPriceCents - toPriceCents : 0n,
})
