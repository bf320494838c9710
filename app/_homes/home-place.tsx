'use client'

import { useMemo } from 'react'
import { LazyHomesMap } from '../_map/lazy-homes-map.tsx'
import { formatMoneyShort } from '../_ui/format.ts'
import classes from './home-place.module.css'

type Props = {
  home: { id: string; latitude: number | null; longitude: number | null; listPriceCents: number }
  styleUrl: string | undefined
}

/** Where the home stands. */
export function HomePlace({ home, styleUrl }: Props) {
  const { id, latitude, longitude, listPriceCents } = home
  const pins = useMemo(
    () =>
      latitude === null || longitude === null
        ? []
        : [{ id, latitude, longitude, label: formatMoneyShort(listPriceCents) }],
    [id, latitude, longitude, listPriceCents],
  )
  if (pins.length === 0) return <p className={classes.none}>The place on the map is not known.</p>
  return (
    <div className={classes.map}>
      <LazyHomesMap label="Map with this home" pins={pins} activeId={id} styleUrl={styleUrl} />
    </div>
  )
}
