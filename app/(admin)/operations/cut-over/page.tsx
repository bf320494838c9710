import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { CutOver } from './_components/cut-over.tsx'
import { MovesSkeleton } from './_components/moves-skeleton.tsx'
import { featureOf } from './_feature.ts'
import { fields, mismatchPages, moves, switches } from './_queries.ts'

export const metadata: Metadata = { title: 'Cut-over' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CutOverPage({ searchParams }: Props) {
  const { feature } = await searchParams
  const shown = featureOf(typeof feature === 'string' ? feature : null)
  const queryClient = getQueryClient()
  void queryClient.prefetchQuery(moves(trpc))
  void queryClient.prefetchQuery(switches(trpc, shown.feature))
  void queryClient.prefetchQuery(fields(trpc, shown.feature))
  void queryClient.prefetchInfiniteQuery(mismatchPages(trpc, shown.feature))
  return (
    <Hydrate>
      <Suspense fallback={<MovesSkeleton />}>
        <CutOver />
      </Suspense>
    </Hydrate>
  )
}
