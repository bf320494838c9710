import { TRPCError } from '@trpc/server'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getQueryClient, Hydrate, trpc } from '../../../../_trpc/server.tsx'
import { Run } from '../../_components/run.tsx'
import { alertRunOf, runById } from '../../_queries.ts'
import { syncOfRun } from '../../legacy/_queries.ts'

export const metadata: Metadata = { title: 'Run' }

export default async function RunPage({ params }: { params: Promise<{ runId: string }> }) {
  const runId = decodeURIComponent((await params).runId)
  const queryClient = getQueryClient()
  // Awaited: an answer that streams in later can't turn the page into a 404 any more.
  await Promise.all([
    queryClient.fetchQuery(runById(trpc, runId)),
    queryClient.fetchQuery(alertRunOf(trpc, runId)),
    queryClient.fetchQuery(syncOfRun(trpc, runId)),
  ]).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') notFound()
    throw error
  })
  return (
    <Hydrate>
      <Run runId={runId} />
    </Hydrate>
  )
}
