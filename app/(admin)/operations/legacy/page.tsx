import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { Legacy } from './_components/legacy.tsx'
import { readFilters } from './_filters.ts'
import { corrections, feed, newFields, quarantined, quarantinePages, streams } from './_queries.ts'

export const metadata: Metadata = { title: 'Legacy sync' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LegacyPage({ searchParams }: Props) {
  const params = Object.entries(await searchParams).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[key, value]] : [],
  )
  const filters = readFilters(new URLSearchParams(params))
  const queryClient = getQueryClient()
  void queryClient.prefetchQuery(streams(trpc))
  void queryClient.prefetchQuery(feed(trpc))
  void queryClient.prefetchQuery(corrections(trpc))
  void queryClient.prefetchQuery(newFields(trpc))
  void queryClient.prefetchInfiniteQuery(quarantinePages(trpc, filters))
  if (filters.opened) void queryClient.prefetchQuery(quarantined(trpc, filters.opened))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={8} label="Loading the legacy sync" />}>
        <Legacy />
      </Suspense>
    </Hydrate>
  )
}
