import type { Metadata } from 'next'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { entriesOf } from '../../_lists/list-url.ts'
import { readFairness } from '../_filters.ts'
import { equalService } from '../_queries.ts'
import { FairnessReport } from './_components/fairness-report.tsx'

export const metadata: Metadata = { title: 'Equal service' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function FairnessPage({ searchParams }: Props) {
  void getQueryClient().prefetchQuery(equalService(trpc, readFairness(entriesOf(await searchParams))))
  return (
    <Hydrate>
      <FairnessReport />
    </Hydrate>
  )
}
