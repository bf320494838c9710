import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { entriesOf } from '../_lists/list-url.ts'
import { startFromView } from '../_lists/start-view.ts'
import { agentsToPick } from '../contacts/_queries.ts'
import { Alerts } from './_components/alerts.tsx'
import { readFilters } from './_filters.ts'
import { alertPages } from './_queries.ts'

export const metadata: Metadata = { title: 'Alerts' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AlertsPage({ searchParams }: Props) {
  const entries = entriesOf(await searchParams)
  void getQueryClient().prefetchInfiniteQuery(alertPages(trpc, readFilters(entries)))
  // Awaited: a filter that is there for the browser and was not for the server breaks the page's first render.
  await Promise.all([getQueryClient().prefetchQuery(agentsToPick(trpc)), startFromView('alerts', entries)])
  return (
    <Hydrate>
      <Alerts />
    </Hydrate>
  )
}
