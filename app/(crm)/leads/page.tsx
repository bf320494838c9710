import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { entriesOf } from '../_lists/list-url.ts'
import { Leads } from './_components/leads.tsx'
import { readLeadFilters } from './_filters.ts'
import { leadPages } from './_queries.ts'

export const metadata: Metadata = { title: 'Leads' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LeadsPage({ searchParams }: Props) {
  const filters = readLeadFilters(entriesOf(await searchParams))
  await getQueryClient().prefetchInfiniteQuery(leadPages(trpc, filters))
  return (
    <Hydrate>
      <Leads />
    </Hydrate>
  )
}
