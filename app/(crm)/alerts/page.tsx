import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { Alerts } from './_components/alerts.tsx'
import { readFilters } from './_filters.ts'
import { alertPages } from './_queries.ts'

export const metadata: Metadata = { title: 'Alerts' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AlertsPage({ searchParams }: Props) {
  const params = Object.entries(await searchParams).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[key, value]] : [],
  )
  void getQueryClient().prefetchInfiniteQuery(alertPages(trpc, readFilters(params)))
  return (
    <Hydrate>
      <Alerts />
    </Hydrate>
  )
}
