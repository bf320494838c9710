import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { Run } from '../../_components/run.tsx'
import { alertRunOf, runById } from '../../_queries.ts'

export const metadata: Metadata = { title: 'Run' }

export default async function RunPage({ params }: { params: Promise<{ runId: string }> }) {
  const runId = decodeURIComponent((await params).runId)
  const queryClient = getQueryClient()
  void queryClient.prefetchQuery(runById(trpc, runId))
  void queryClient.prefetchQuery(alertRunOf(trpc, runId))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton shape="lines" rows={10} label="Loading the run" />}>
        <Run runId={runId} />
      </Suspense>
    </Hydrate>
  )
}
