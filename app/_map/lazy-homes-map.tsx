'use client'

import { Skeleton } from '@mantine/core'
import dynamic from 'next/dynamic'

/** The map, loaded apart from the page and only in the browser. */
export const LazyHomesMap = dynamic(() => import('./homes-map.tsx').then(({ HomesMap }) => HomesMap), {
  ssr: false,
  loading: () => <Skeleton height="100%" radius={0} />,
})
