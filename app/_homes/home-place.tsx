'use client'

import { useIntersection } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { LazyHomesMap } from '../_map/lazy-homes-map.tsx'
import { formatMoneyShort } from '../_ui/format.ts'
import classes from './home-place.module.css'

type Props = {
  home: { id: string; latitude: number | null; longitude: number | null; listPriceCents: number }
  styleUrl: string | undefined
}

/** Where the home stands. The map is heavier than all of the page: it is fetched when it comes near. */
export function HomePlace({ home, styleUrl }: Props) {
  const { id, latitude, longitude, listPriceCents } = home
  const { ref, entry } = useIntersection({ rootMargin: '200px' })
  const [near, setNear] = useState(false)
  if (entry?.isIntersecting && !near) setNear(true)
  const pins = useMemo(
    () =>
      latitude === null || longitude === null
        ? []
        : [{ id, latitude, longitude, label: formatMoneyShort(listPriceCents) }],
    [id, latitude, longitude, listPriceCents],
  )
  if (pins.length === 0) return <p className={classes.none}>The place on the map is not known.</p>
  return (
    <div className={classes.map} ref={ref}>
      {near && <LazyHomesMap label="Map with this home" pins={pins} activeId={id} styleUrl={styleUrl} />}
    </div>
  )
}
