import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { house } from '../_queries.ts'
import { House } from './_components/house.tsx'

export const metadata: Metadata = { title: 'Housekeeping' }

export default function HousePage() {
  void getQueryClient().prefetchQuery(house(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={10} label="Loading what is kept" />}>
        <House />
      </Suspense>
    </Hydrate>
  )
}
