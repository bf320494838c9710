import type { Metadata } from 'next'
import { env } from '#server/env.ts'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { Listings } from './_components/listings.tsx'
import { readFilters } from './_filters.ts'
import { listingPages, listingPins } from './_queries.ts'

export const metadata: Metadata = { title: 'Listings' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ListingsPage({ searchParams }: Props) {
  const params = Object.entries(await searchParams).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[key, value]] : [],
  )
  const filters = readFilters(new URLSearchParams(params))
  const queryClient = getQueryClient()
  // Not awaited: the shell leaves at once and the homes stream in behind it.
  void queryClient.prefetchInfiniteQuery(listingPages(trpc, filters))
  void queryClient.prefetchQuery(listingPins(trpc, filters))
  return (
    <Hydrate>
      <Listings mapStyleUrl={env.MAP_STYLE_URL} />
    </Hydrate>
  )
}
