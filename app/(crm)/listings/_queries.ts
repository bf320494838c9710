import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import type { Filters } from './_filters.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>['listings']
export type HomeDetail = Outputs['byId']
type People = inferRouterOutputs<AppRouter>['alerts']['peopleForHome']
export type HomeSeeker = People['items'][number]

/** One description for the page that prefetches and the list that reads, so their keys cannot drift apart. */
export const listingPages = (trpc: Trpc, filters: Filters) =>
  trpc.listings.list.infiniteQueryOptions(filters, { getNextPageParam: (page) => page.nextCursor })

export const listingPins = (trpc: Trpc, { sort: _sort, box: _box, ...filters }: Filters) =>
  trpc.listings.pins.queryOptions(filters)

export const priceBars = (trpc: Trpc, { sort: _sort, ...filters }: Filters) =>
  trpc.listings.priceHistogram.queryOptions(filters)

export const listingTowns = (trpc: Trpc) => trpc.listings.towns.queryOptions(undefined, { staleTime: 600_000 })

export const listingById = (trpc: Trpc, listingId: string) => trpc.listings.byId.queryOptions({ listingId })

/** Who looks for homes like those that the filters find. */
export const peopleForFilters = (trpc: Trpc, { sort: _sort, ...filters }: Filters) =>
  trpc.alerts.peopleForHomes.queryOptions(filters)

/** Whom a home is for. */
export const peopleForHomePages = (trpc: Trpc, listingId: string) =>
  trpc.alerts.peopleForHome.infiniteQueryOptions({ listingId }, { getNextPageParam: (page) => page.nextCursor })

export const whyForNobody = (trpc: Trpc, listingId: string) => trpc.alerts.whyForNobody.queryOptions({ listingId })

/** A home that some list on this device already holds: shown at once while the rest of it is fetched. */
export function homeInLists(queryClient: QueryClient, trpc: Trpc, id: string) {
  const lists = queryClient.getQueriesData<InfiniteData<Outputs['list']>>({ queryKey: trpc.listings.list.pathKey() })
  for (const [, data] of lists) {
    const home = data?.pages?.flatMap(({ items }) => items).find((item) => item.id === id)
    if (home) return home
  }
  return undefined
}
