'use client'

import 'maplibre-gl/dist/maplibre-gl.css'
import { useComputedColorScheme } from '@mantine/core'
import { LngLatBounds, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import classes from './homes-map.module.css'
import { mapStyle, type Scheme, withoutGlyphs } from './map-style.ts'
import { addPins, collect, isGeoJson, type Pin } from './pins.ts'

export type MapBox = { south: number; west: number; north: number; east: number }

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

const COAST: [number, number, number, number] = [-80.35, 32.55, -79.65, 33.1]

const FIT = { padding: 56, maxZoom: 11.5 }

setWorkerUrl('/map/worker.js')

const pageFont = () =>
  getComputedStyle(document.documentElement).getPropertyValue('--font-inter').split(',')[0] ?? 'sans-serif'

const boundsOf = (pins: readonly Pin[], box: MapBox | undefined) => {
  if (box) return new LngLatBounds([box.west, box.south, box.east, box.north])
  const all = new LngLatBounds()
  for (const { longitude, latitude } of pins) all.extend([longitude, latitude])
  return all.isEmpty() ? new LngLatBounds(COAST) : all
}

/** Homes as price pills on a map, in clusters when there are many. */
export function HomesMap(props: HomesMapProps) {
  const { pins, label, activeId, styleUrl, fit } = props
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const holder = useRef<HTMLElement>(null)
  const map = useRef<MapLibre | null>(null)
  const latest = useRef(props)
  const fitted = useRef<string | undefined>(undefined)
  const drawn = useRef<{ scheme: Scheme; styleUrl: string | undefined } | null>(null)
  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    const container = holder.current
    if (!container) return
    const made = new MapLibre({
      container,
      style: { version: 8, sources: {}, layers: [] },
      bounds: boundsOf(latest.current.pins, latest.current.box),
      fitBoundsOptions: FIT,
      minZoom: 6.5,
      maxZoom: 17,
      // Tiles from elsewhere say whose they are; the house's own map is nobody's.
      attributionControl: latest.current.styleUrl ? { compact: true } : false,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
      trackResize: false,
      // A map inside a page lets the page scroll; only the map that is searched on takes the wheel.
      cooperativeGestures: !latest.current.onMove,
    })
    made.touchZoomRotate.disableRotation()
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    made.on('moveend', ({ originalEvent }) => {
      const bounds = made.getBounds()
      if (!originalEvent) return
      latest.current.onMove?.({
        south: bounds.getSouth(),
        west: bounds.getWest(),
        north: bounds.getNorth(),
        east: bounds.getEast(),
      })
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
      addPins(
        made,
        scheme,
        pageFont(),
        pins,
        pins.filter(({ id }) => id === activeId),
      )
    })
    map.current = made
    // The place may have had no size when the map was made (hidden while the page loaded): measure it again, then look anew.
    let measured = false
    const sizes = new ResizeObserver(() => {
      made.resize()
      if (measured) return
      measured = true
      made.fitBounds(boundsOf(latest.current.pins, latest.current.box), { ...FIT, duration: 0 })
    })
    sizes.observe(container)
    return () => {
      sizes.disconnect()
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
    if (!latest.current.box) map.current?.fitBounds(boundsOf(pins, undefined), { ...FIT, duration: 0 })
  }, [pins, fit])

  useEffect(() => {
    const source = map.current?.getSource('active')
    if (isGeoJson(source)) source.setData(collect(pins.filter(({ id }) => id === activeId)))
  }, [pins, activeId])

  return <section ref={holder} className={classes.map} aria-label={label} />
}
