import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { Teams } from '../_components/teams.tsx'
import { me, offices, teams } from '../_queries.ts'

export const metadata: Metadata = { title: 'Teams' }

export default function TeamsPage() {
  const queryClient = getQueryClient()
  void queryClient.prefetchQuery(teams(trpc))
  void queryClient.prefetchQuery(offices(trpc))
  void queryClient.prefetchQuery(me(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton label="Loading teams" />}>
        <Teams />
      </Suspense>
    </Hydrate>
  )
}
