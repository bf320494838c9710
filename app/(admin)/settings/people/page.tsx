import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { People } from '../_components/people.tsx'
import { readPeopleFilters } from '../_filters.ts'
import { me, offices, people } from '../_queries.ts'

export const metadata: Metadata = { title: 'People' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PeoplePage({ searchParams }: Props) {
  const params = await searchParams
  const get = (name: string) => {
    const value = params[name]
    return typeof value === 'string' ? value : null
  }
  const queryClient = getQueryClient()
  void queryClient.prefetchInfiniteQuery(people(trpc, readPeopleFilters({ get })))
  void queryClient.prefetchQuery(me(trpc))
  void queryClient.prefetchQuery(offices(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton label="Loading people" />}>
        <People />
      </Suspense>
    </Hydrate>
  )
}
