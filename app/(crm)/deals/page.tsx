import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { entriesOf } from '../_lists/list-url.ts'
import { agentsToPick } from '../contacts/_queries.ts'
import { Deals } from './_components/deals.tsx'
import { readDealFilters } from './_filters.ts'
import { dealBoard, dealPages, masters } from './_queries.ts'

export const metadata: Metadata = { title: 'Deals' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DealsPage({ searchParams }: Props) {
  const filters = readDealFilters(entriesOf(await searchParams))
  const queryClient = getQueryClient()
  if (filters.show === 'list') void queryClient.prefetchInfiniteQuery(dealPages(trpc, filters))
  else void queryClient.prefetchQuery(dealBoard(trpc, filters))
  // Awaited: a filter or a button that is there for the browser and was not for the server breaks the page's first render.
  await Promise.all([queryClient.prefetchQuery(agentsToPick(trpc)), queryClient.prefetchQuery(masters(trpc))])
  return (
    <Hydrate>
      <Deals />
    </Hydrate>
  )
}
