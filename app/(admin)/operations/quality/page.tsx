import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { Quality } from './_components/quality.tsx'
import { overview } from './_queries.ts'

export const metadata: Metadata = { title: 'Data quality' }

export default function QualityPage() {
  void getQueryClient().prefetchQuery(overview(trpc))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={10} label="Loading data quality" />}>
        <Quality />
      </Suspense>
    </Hydrate>
  )
}
