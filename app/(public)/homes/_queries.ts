import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#server/trpc/root.ts'
import type { Box } from '../../_homes/params.ts'
import type { Search } from './_search.ts'

type Trpc = TRPCOptionsProxy<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>['listings']
export type HomeCardData = Outputs['publicSearch']['items'][number]
export type Places = Outputs['publicPlaces']

/** Only what is asked for: an address with an area in it would be too long for some proxies with all the rest. */
export function asked<T extends object>(wishes: T): Partial<T> {
  const said: Partial<T> = {}
  for (const key in wishes) {
    const value: unknown = wishes[key]
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    if (!isEmpty) said[key] = wishes[key]
  }
  return said
}

/** One description for the page that prefetches and the list that reads, so their keys cannot drift apart. */
export const homePages = (trpc: Trpc, search: Search) =>
  trpc.listings.publicSearch.infiniteQueryOptions(asked(search), { getNextPageParam: (page) => page.nextCursor })

/** What stands on the map, as far as it is looked at. */
export const homesOnMap = (trpc: Trpc, { sort: _sort, ...wishes }: Search, seen: Box | undefined) =>
  trpc.listings.publicPins.queryOptions(asked({ ...wishes, box: seen ?? wishes.box }))

export const homePrices = (trpc: Trpc, { sort: _sort, ...wishes }: Search) =>
  trpc.listings.publicPrices.queryOptions(asked(wishes))

export const homesRelaxed = (trpc: Trpc, { sort: _sort, ...wishes }: Search) =>
  trpc.listings.publicRelax.queryOptions(asked(wishes))

export const placesLike = (trpc: Trpc, q: string) =>
  trpc.listings.publicPlaces.queryOptions({ q }, { staleTime: 600_000 })

export const homeCards = (trpc: Trpc, ids: readonly string[]) =>
  trpc.listings.publicCards.queryOptions({ ids: [...ids] }, { enabled: ids.length > 0 })

/** Homes that some list on this device already holds: shown at once while the others are fetched. */
export function homesInLists(queryClient: QueryClient, trpc: Trpc, ids: readonly string[]): HomeCardData[] {
  const lists = queryClient.getQueriesData<InfiniteData<Outputs['publicSearch']>>({
    queryKey: trpc.listings.publicSearch.pathKey(),
  })
  const known = new Map(
    lists.flatMap(([, data]) => data?.pages.flatMap(({ items }) => items) ?? []).map((home) => [home.id, home]),
  )
  return ids.flatMap((id) => known.get(id) ?? [])
}
