'use client'

import { useIntersection } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { ListSkeleton } from '../../_ui/list-skeleton.tsx'

type Props = { hasMore: boolean; loading: boolean; onMore: () => void; label: string }

/** The end of a list of rows: asks for the next page long before it is seen. */
export function More({ hasMore, loading, onMore, label }: Props) {
  const { ref, entry } = useIntersection({ rootMargin: '1200px' })
  const near = entry?.isIntersecting ?? false
  const more = useRef(onMore)
  useEffect(() => {
    more.current = onMore
  })
  useEffect(() => {
    if (near && hasMore && !loading) more.current()
  }, [near, hasMore, loading])
  return <div ref={ref}>{hasMore && <ListSkeleton rows={3} label={label} />}</div>
}
