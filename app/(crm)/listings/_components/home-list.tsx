'use client'

import { useIntersection } from '@mantine/hooks'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import type { HomeSummary } from '../../../_homes/home.types.ts'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { HomeCard } from './home-card.tsx'
import classes from './home-list.module.css'

type Props = {
  homes: readonly HomeSummary[]
  activeId: string | null
  onHover: (id: string | null) => void
  hasMore: boolean
  loadingMore: boolean
  onMore: () => void
}

const EAGER = 4

/** Cards that go on as one scrolls; the next page is asked for long before the end is seen. */
export function HomeList({ homes, activeId, onHover, hasMore, loadingMore, onMore }: Props) {
  const router = useRouter()
  const warm = useCallback(
    (id: string | null) => {
      onHover(id)
      // Only what the pointer rests on: a page of cards would ask for 48 homes at once.
      if (id) router.prefetch(`/listings/${id}`)
    },
    [onHover, router],
  )
  const { ref, entry } = useIntersection({ rootMargin: '1200px' })
  const near = entry?.isIntersecting ?? false
  const more = useRef(onMore)
  useEffect(() => {
    more.current = onMore
  })
  useEffect(() => {
    if (near && hasMore && !loadingMore) more.current()
  }, [near, hasMore, loadingMore])

  return (
    <>
      <ul className={classes.list} aria-label="Homes">
        {homes.map((home, index) => (
          <li key={home.id} className={classes.item}>
            <HomeCard home={home} active={home.id === activeId} eager={index < EAGER} onHover={warm} />
          </li>
        ))}
      </ul>
      <div ref={ref} className={classes.end}>
        {hasMore && <ListSkeleton shape="cards" rows={2} label="Loading more homes" />}
      </div>
    </>
  )
}
