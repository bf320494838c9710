'use client'

import 'maplibre-gl/dist/maplibre-gl.css'
import { useComputedColorScheme } from '@mantine/core'
import { GeoJSONSource, LngLatBounds, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import mapClasses from '../../../../_map/homes-map.module.css'
import { mapStyle } from '../../../../_map/map-style.ts'
import { type Circle, ringOf } from '../../_circle.ts'

type Props = {
  circle: Circle
  onPick: (point: { latitude: number; longitude: number }) => void
  styleUrl: string | undefined
}

setWorkerUrl('/map/worker.js')

const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
const shapeOf = (circle: Circle) =>
  ({ type: 'Polygon', coordinates: [ringOf(circle)] }) satisfies { type: 'Polygon'; coordinates: [number, number][][] }

const boundsOf = (circle: Circle) => {
  const bounds = new LngLatBounds()
  for (const point of ringOf(circle)) bounds.extend(point)
  return bounds
}

/** The circle on the coast; a tap moves its middle. The fields beside it do the same without a pointer. */
export function CircleMap({ circle, onPick, styleUrl }: Props) {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const holder = useRef<HTMLElement>(null)
  const map = useRef<MapLibre | null>(null)
  const latest = useRef({ circle, onPick })
  useEffect(() => {
    latest.current = { circle, onPick }
  })

  useEffect(() => {
    const container = holder.current
    if (!container) return
    const font = css('--font-inter').split(',')[0] ?? 'sans-serif'
    const made = new MapLibre({
      ...{ container, style: styleUrl ?? mapStyle(scheme, font), bounds: boundsOf(latest.current.circle) },
      ...{ fitBoundsOptions: { padding: 24 }, minZoom: 6.5, maxZoom: 16, attributionControl: false },
      ...{ dragRotate: false, pitchWithRotate: false, fadeDuration: 0 },
    })
    made.touchZoomRotate.disableRotation()
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    made.getCanvas().style.cursor = 'crosshair'
    made.on('click', ({ lngLat: { lat, lng } }) =>
      latest.current.onPick({ latitude: Number(lat.toFixed(5)), longitude: Number(lng.toFixed(5)) }),
    )
    made.on('style.load', () => {
      const color = css('--brand')
      made.addSource('circle', { type: 'geojson', data: shapeOf(latest.current.circle), tolerance: 0 })
      const paint = { 'fill-color': color, 'fill-opacity': 0.14 }
      made.addLayer({ id: 'circle', type: 'fill', source: 'circle', paint })
      made.addLayer({ id: 'edge', type: 'line', source: 'circle', paint: { 'line-color': color, 'line-width': 2 } })
    })
    map.current = made
    return () => {
      map.current = null
      made.remove()
    }
  }, [scheme, styleUrl])

  useEffect(() => {
    const source = map.current?.getSource('circle')
    if (source instanceof GeoJSONSource) source.setData(shapeOf(circle))
    const shown = map.current?.getBounds()
    const wanted = boundsOf(circle)
    const isInView = shown?.contains(wanted.getNorthEast()) && shown.contains(wanted.getSouthWest())
    if (!isInView) map.current?.fitBounds(wanted, { padding: 24, duration: 120 })
  }, [circle])

  return <section ref={holder} className={mapClasses.map} aria-label="Map of the circle" />
}
