import type { Metadata } from 'next'
import { Suspense } from 'react'
import { env } from '#server/env.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { AvailabilityPage } from './_components/availability-page.tsx'
import { myAvailability, pausablePeople } from './_queries.ts'

export const metadata: Metadata = { title: 'Availability' }

export default function Page() {
  void getQueryClient().prefetchQuery(myAvailability(trpc))
  void getQueryClient().prefetchQuery(pausablePeople(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton shape="lines" label="Loading your availability" />}>
        <AvailabilityPage mapStyleUrl={env.MAP_STYLE_URL} />
      </Suspense>
    </Hydrate>
  )
}
