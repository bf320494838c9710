import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { AlertPerformance } from './_components/alert-performance.tsx'
import { performanceOfAlerts } from './_queries.ts'

export const metadata: Metadata = { title: 'Alert performance' }

export default function PerformancePage() {
  void getQueryClient().prefetchQuery(performanceOfAlerts(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={6} label="Loading how alerts fare" />}>
        <AlertPerformance />
      </Suspense>
    </Hydrate>
  )
}
