'use client'

import 'maplibre-gl/dist/maplibre-gl.css'
import { useComputedColorScheme } from '@mantine/core'
import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import classes from './homes-map.module.css'
import { boxOfMap, keepSize, lookAt, type MapBox, makeHouseMap, NO_WEBGL, pageFont, viewOf } from './house-map.ts'
import { mapStyle, type Scheme, withoutGlyphs } from './map-style.ts'
import { addPins, collect, isGeoJson, type Pin } from './pins.ts'

export type HomesMapProps = {
  pins: readonly Pin[]
  /** What the map is of, for screen readers. */
  label: string
  activeId?: string | null | undefined
  onHover?: ((id: string | null) => void) | undefined
  onOpen?: ((id: string) => void) | undefined
  /** Told when a person, not the page, moved the map. */
  onMove?: ((box: MapBox) => void) | undefined
  /** What the pins are an answer to; when it changes, the map looks at the new pins. */
  fit?: string | undefined
  /** Where to look; without it, at all pins. */
  box?: MapBox | undefined
  /** A tile server's style; without it the house's own map. */
  styleUrl?: string | undefined
}

const look = ({ pins, box }: HomesMapProps) => viewOf(box, pins)

/** Homes as price pills on a map, in clusters when there are many. */
export function HomesMap(props: HomesMapProps) {
  const { pins, label, activeId, styleUrl, fit } = props
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const holder = useRef<HTMLElement>(null)
  const map = useRef<MapLibre | null>(null)
  const latest = useRef(props)
  const fitted = useRef<string | undefined>(undefined)
  const [broken, setBroken] = useState(false)
  const drawn = useRef<{ scheme: Scheme; styleUrl: string | undefined } | null>(null)
  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    const container = holder.current
    if (!container) return
    const { styleUrl, onMove } = latest.current
    const made = makeHouseMap({ container, view: look(latest.current), styleUrl, isSearchedOn: onMove !== undefined })
    if (!made) return setBroken(true)
    made.on('moveend', ({ originalEvent }) => {
      if (originalEvent) latest.current.onMove?.(boxOfMap(made))
    })
    made.on('mousemove', 'prices', ({ features }) => {
      made.getCanvas().style.cursor = 'pointer'
      latest.current.onHover?.(String(features?.[0]?.properties.id ?? ''))
    })
    made.on('mouseleave', 'prices', () => {
      made.getCanvas().style.cursor = ''
      latest.current.onHover?.(null)
    })
    made.on('click', 'prices', ({ features }) => {
      const id = features?.[0]?.properties.id
      if (typeof id === 'string') latest.current.onOpen?.(id)
    })
    made.on('click', 'clusters', ({ lngLat }) => made.easeTo({ center: lngLat, zoom: made.getZoom() + 2 }))
    made.on('style.load', () => {
      const { pins, activeId } = latest.current
      const { scheme = 'light' } = drawn.current ?? {}
      const active = pins.filter(({ id }) => id === activeId)
      addPins(made, { scheme, font: pageFont(), pins, active })
    })
    map.current = made
    const forget = keepSize(made, () => look(latest.current))
    return () => {
      forget()
      map.current = null
      drawn.current = null
      made.remove()
    }
  }, [])

  useEffect(() => {
    if (drawn.current?.scheme === scheme && drawn.current.styleUrl === styleUrl) return
    drawn.current = { scheme, styleUrl }
    map.current?.setStyle(styleUrl ?? mapStyle(scheme, pageFont()), { diff: false, transformStyle: withoutGlyphs })
  }, [scheme, styleUrl])

  useEffect(() => {
    const source = map.current?.getSource('pins')
    if (isGeoJson(source)) source.setData(collect(pins))
    // Other filters, other homes: look at those. The same homes with a new price leave the view where a person put it.
    if (fit === undefined || fit === fitted.current) return
    if (pins.length === 0) return
    fitted.current = fit
    if (!latest.current.box && map.current) lookAt(map.current, viewOf(undefined, pins))
  }, [pins, fit])

  useEffect(() => {
    const source = map.current?.getSource('active')
    if (isGeoJson(source)) source.setData(collect(pins.filter(({ id }) => id === activeId)))
  }, [pins, activeId])

  if (broken) return <p className={classes.broken}>{NO_WEBGL}</p>
  return <section ref={holder} className={classes.map} aria-label={label} />
}
