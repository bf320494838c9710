import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { year } from '../_queries.ts'
import { YearAtAGlance } from './_components/year-at-a-glance.tsx'

export const metadata: Metadata = { title: 'The year' }

export default function YearPage() {
  void getQueryClient().prefetchQuery(year(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={9} label="Loading the year" />}>
        <YearAtAGlance />
      </Suspense>
    </Hydrate>
  )
}
