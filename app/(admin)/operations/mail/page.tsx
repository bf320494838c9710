import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { Deliverability } from './_components/deliverability.tsx'
import { deliverability } from './_queries.ts'

export const metadata: Metadata = { title: 'Deliverability' }

export default function DeliverabilityPage() {
  void getQueryClient().prefetchQuery(deliverability(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={6} label="Loading deliverability" />}>
        <Deliverability />
      </Suspense>
    </Hydrate>
  )
}
