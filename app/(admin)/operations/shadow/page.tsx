import type { Metadata } from 'next'
import { Suspense } from 'react'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { Shadow } from './_components/shadow.tsx'
import { readFilters } from './_filters.ts'
import { difference, differencePages, shadowDays } from './_queries.ts'
import { shownDay } from './_shadow.words.ts'

export const metadata: Metadata = { title: 'Shadow alerts' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ShadowPage({ searchParams }: Props) {
  const params = Object.entries(await searchParams).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[key, value]] : [],
  )
  const filters = readFilters(new URLSearchParams(params))
  const queryClient = getQueryClient()
  // Which day is shown, and so what else is asked for, hangs on which were compared.
  const { days } = await queryClient.fetchQuery(shadowDays(trpc))
  const shown = shownDay(days, filters.day)
  if (shown) void queryClient.prefetchInfiniteQuery(differencePages(trpc, shown.day, filters.cause))
  if (filters.opened) void queryClient.prefetchQuery(difference(trpc, filters.opened))
  return (
    <Hydrate>
      <Suspense fallback={<ListSkeleton rows={8} label="Loading the comparison" />}>
        <Shadow />
      </Suspense>
    </Hydrate>
  )
}
