import type { PricePoint } from './price-plot.tsx'

type Priced = {
  originalListPriceCents: number
  onMarketTimestamp: Date
  events: readonly { kind: string; toPriceCents: number; occurredAt: Date }[]
}

/** Each price the home was asked for, oldest first. Starts with the original price, told of by events or not. */
export function pricesOf({ originalListPriceCents, onMarketTimestamp, events }: Priced): PricePoint[] {
  const changes = events
    .filter(({ kind }) => kind === 'PriceChange')
    .map(({ occurredAt, toPriceCents }) => ({ at: occurredAt, cents: toPriceCents }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return [{ at: onMarketTimestamp, cents: originalListPriceCents }, ...changes]
}
