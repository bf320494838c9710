'use client'

import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { formatCount } from '../../../_ui/format.ts'
import type { Filters } from '../_filters.ts'
import { chipsOf } from '../_filters.words.ts'
import { listingPages } from '../_queries.ts'
import { HomeList } from './home-list.tsx'
import { NoHomes } from './no-homes.tsx'

/** "632 homes"; more than the server counts is "1,000+". */
export function HomeCount({ filters }: { filters: Filters }) {
  const { data } = useSuspenseInfiniteQuery(listingPages(useTRPC(), filters))
  const count = data.pages[0]?.count ?? 0
  return count === 1 ? '1 home' : `${formatCount(count, 1_000)} homes`
}

type Props = {
  filters: Filters
  activeId: string | null
  onHover: (id: string | null) => void
  onRelax: (filters: Filters) => void
}

/** The homes that the filters find, page after page. */
export function HomeResults({ filters, activeId, onHover, onRelax }: Props) {
  const list = useSuspenseInfiniteQuery(listingPages(useTRPC(), filters))
  const homes = useMemo(() => list.data.pages.flatMap(({ items }) => items), [list.data])
  if (homes.length === 0) return <NoHomes chips={chipsOf(filters)} onRelax={onRelax} />
  return (
    <HomeList
      homes={homes}
      activeId={activeId}
      onHover={onHover}
      hasMore={list.hasNextPage}
      loadingMore={list.isFetchingNextPage}
      onMore={() => list.fetchNextPage()}
    />
  )
}
