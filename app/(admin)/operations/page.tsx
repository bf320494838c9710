import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../_trpc/server.tsx'
import { ListSkeleton } from '../../_ui/list-skeleton.tsx'
import { Operations } from './_components/operations.tsx'
import { incidents, overview } from './_queries.ts'

export const metadata: Metadata = { title: 'Operations' }

export default function OperationsPage() {
  const queryClient = getQueryClient()
  // Not awaited: the shell leaves at once and the figures stream in behind it.
  void queryClient.prefetchQuery(overview(trpc))
  void queryClient.prefetchQuery(incidents(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={6} label="Loading operations" />}>
        <Operations />
      </Suspense>
    </Hydrate>
  )
}
