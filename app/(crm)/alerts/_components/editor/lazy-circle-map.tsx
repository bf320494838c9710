'use client'

import { Skeleton } from '@mantine/core'
import dynamic from 'next/dynamic'

/** Loaded apart from the page, and only once somebody wants a circle. */
export const LazyCircleMap = dynamic(() => import('./circle-map.tsx').then(({ CircleMap }) => CircleMap), {
  ssr: false,
  loading: () => <Skeleton height="100%" radius={0} />,
})
