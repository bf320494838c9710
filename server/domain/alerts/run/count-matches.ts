import type { Matches } from '../matching/matcher.ts'

/** Distinct pairs of a search and a home: one that is new and was reduced in the same window counts once. */
export function countMatches({ events, pairs }: Matches): number {
  const homes = new Map<string, number>()
  const homeOf = events.map(({ listingId }) => {
    const home = homes.get(listingId) ?? homes.size
    homes.set(listingId, home)
    return home
  })
  const keys = Float64Array.from(pairs.search, (search, at) => {
    return search * homes.size + (homeOf[pairs.event[at] ?? 0] ?? 0)
  })
  return keys.sort().reduce((count, key, at) => (at > 0 && keys[at - 1] === key ? count : count + 1), 0)
}
