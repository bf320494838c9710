'use client'

import dynamic from 'next/dynamic'
import { Bone } from '../_ui/bone.tsx'

/** The map, loaded apart from the page and only in the browser. */
export const LazyHomesMap = dynamic(() => import('./homes-map.tsx').then(({ HomesMap }) => HomesMap), {
  ssr: false,
  loading: () => <Bone height="100%" />,
})
