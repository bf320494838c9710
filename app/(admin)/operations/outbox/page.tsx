import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { Outbox } from '../_components/outbox.tsx'
import { readState } from '../_outbox.words.ts'
import { outboxPages } from '../_queries.ts'

export const metadata: Metadata = { title: 'Outbox' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function OutboxPage({ searchParams }: Props) {
  const state = readState((await searchParams).state)
  void getQueryClient().prefetchInfiniteQuery(outboxPages(trpc, state))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={10} label="Loading the outbox" />}>
        <Outbox state={state} />
      </Suspense>
    </Hydrate>
  )
}
