import type { Criteria } from '#server/domain/alerts/searches.schema.ts'

/** Reasons that can never come true as the rest stands, and what to change. */
export function eventHints({ events, statuses, listPriceMin, listPriceMax }: Criteria): string[] {
  const hasRange = listPriceMin !== undefined || listPriceMax !== undefined
  const hears = statuses.some((status) => status !== 'Active')
  return [
    ...(events.includes('MovedIntoRange') && !hasRange
      ? ['No home can move into the price range before there is one: set a price from or to.']
      : []),
    ...(events.includes('StatusChange') && !hears
      ? ['To hear that a home went under contract or sold, pick those under Status, too.']
      : []),
  ]
}
