import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { Offices } from '../_components/offices.tsx'
import { agents, defaultPerson, me, offices } from '../_queries.ts'

export const metadata: Metadata = { title: 'Offices' }

export default async function OfficesPage() {
  const queryClient = getQueryClient()
  void queryClient.prefetchQuery(offices(trpc))
  // Awaited: what only admins may ask would fail in the page of everybody else.
  await queryClient.prefetchQuery(me(trpc))
  if (queryClient.getQueryData(me(trpc).queryKey)?.may.seeWholeFirm) {
    void queryClient.prefetchQuery(defaultPerson(trpc))
    void queryClient.prefetchQuery(agents(trpc))
  }
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton label="Loading offices" />}>
        <Offices />
      </Suspense>
    </Hydrate>
  )
}
