import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { Writes } from '../_components/writes.tsx'
import { conflictPages, gap, throughput } from './_queries.ts'

export const metadata: Metadata = { title: 'Writes to the old system' }

export default function LegacyWritesPage() {
  const queryClient = getQueryClient()
  void queryClient.prefetchQuery(gap(trpc))
  void queryClient.prefetchQuery(throughput(trpc))
  void queryClient.prefetchInfiniteQuery(conflictPages(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={8} label="Loading what is written to the old system" />}>
        <Writes />
      </Suspense>
    </Hydrate>
  )
}
