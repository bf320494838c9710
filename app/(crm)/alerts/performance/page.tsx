import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { entriesOf } from '../../_lists/list-url.ts'
import { AlertPerformance } from './_components/alert-performance.tsx'
import { ledTo, performanceOfAlerts, readSpan } from './_queries.ts'

export const metadata: Metadata = { title: 'Alert performance' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PerformancePage({ searchParams }: Props) {
  void getQueryClient().prefetchQuery(performanceOfAlerts(trpc, readSpan(entriesOf(await searchParams))))
  void getQueryClient().prefetchQuery(ledTo(trpc, 'looks'))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={6} label="Loading how alerts fare" />}>
        <AlertPerformance />
      </Suspense>
    </Hydrate>
  )
}
