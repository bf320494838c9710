'use client'

import { Skeleton } from '@mantine/core'
import dynamic from 'next/dynamic'

/** Loaded apart from the page, and only once somebody wants to draw. */
export const LazyAreaMap = dynamic(() => import('./area-map.tsx').then(({ AreaMap }) => AreaMap), {
  ssr: false,
  loading: () => <Skeleton height="100%" radius={0} />,
})
