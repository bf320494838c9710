import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { entriesOf } from '../_lists/list-url.ts'
import { PondsPage } from './_components/ponds-page.tsx'
import { readPondFilters } from './_filters.ts'
import { pondsBy } from './_queries.ts'

export const metadata: Metadata = { title: 'Ponds' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const filters = readPondFilters(entriesOf(await searchParams))
  await getQueryClient().prefetchQuery(pondsBy(trpc, filters))
  return (
    <Hydrate>
      <PondsPage />
    </Hydrate>
  )
}
