'use client'

import { useIntersection } from '@mantine/hooks'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { formatCount } from '../../../_ui/format.ts'
import { homePages } from '../_queries.ts'
import type { Search } from '../_search.ts'
import { CardsSkeleton } from './cards-skeleton.tsx'
import { HomeCard } from './home-card.tsx'
import classes from './home-results.module.css'
import { NoHomes } from './no-homes.tsx'

/** "632 homes"; more than the server counts is "1,000+". */
export function HomeCount({ search }: { search: Search }) {
  const { data } = useSuspenseInfiniteQuery(homePages(useTRPC(), search))
  const count = data.pages[0]?.count ?? 0
  return count === 1 ? '1 home' : `${formatCount(count, 1_000)} homes`
}

type Props = {
  search: Search
  activeId: string | null
  onHover: (id: string | null) => void
  onSearch: (search: Search) => void
}

const EAGER = 2

/** The homes that a search finds, page after page; the next one is asked for long before the end is seen. */
export function HomeResults({ search, activeId, onHover, onSearch }: Props) {
  const list = useSuspenseInfiniteQuery(homePages(useTRPC(), search))
  const homes = useMemo(() => list.data.pages.flatMap(({ items }) => items), [list.data])
  const { ref, entry } = useIntersection({ rootMargin: '1200px' })
  const near = entry?.isIntersecting ?? false
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useEffect(() => {
    if (near && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [near, hasNextPage, isFetchingNextPage, fetchNextPage])
  if (homes.length === 0) return <NoHomes search={search} onSearch={onSearch} />
  return (
    <>
      <ul className={classes.list} aria-label="Homes">
        {homes.map((home, index) => (
          <li key={home.id} className={classes.item}>
            <HomeCard home={home} active={home.id === activeId} eager={index < EAGER} onHover={onHover} />
          </li>
        ))}
      </ul>
      <div ref={ref} className={classes.end}>
        {hasNextPage && <CardsSkeleton count={2} label="Loading more homes" />}
      </div>
    </>
  )
}
