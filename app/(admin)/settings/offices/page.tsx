import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { Offices } from '../_components/offices.tsx'
import { me, offices } from '../_queries.ts'

export const metadata: Metadata = { title: 'Offices' }

export default function OfficesPage() {
  const queryClient = getQueryClient()
  void queryClient.prefetchQuery(offices(trpc))
  void queryClient.prefetchQuery(me(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton label="Loading offices" />}>
        <Offices />
      </Suspense>
    </Hydrate>
  )
}
