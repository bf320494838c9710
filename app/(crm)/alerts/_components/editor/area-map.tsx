'use client'

import 'maplibre-gl/dist/maplibre-gl.css'
import { useComputedColorScheme } from '@mantine/core'
import { LngLatBounds, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import { type RefObject, useEffect, useRef } from 'react'
import mapClasses from '../../../../_map/homes-map.module.css'
import { mapStyle } from '../../../../_map/map-style.ts'
import { cornerAt, type Ring } from '../../_rings.ts'
import { addAreas, showAreas, showPath } from './area-layers.ts'
import { cornerHandles } from './corner-handles.ts'
import type { Drawing } from './use-drawing.ts'

export type AreaMapHandle = { addAtCross: () => void }

type Props = {
  rings: readonly Ring[]
  drawing: Drawing
  styleUrl: string | undefined
  /** Lets the page add a corner where the cross is, for whoever has no fine pointer. */
  handle: RefObject<AreaMapHandle | null>
}

const COAST: [number, number, number, number] = [-80.35, 32.55, -79.65, 33.1]

setWorkerUrl('/map/worker.js')

const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

function boundsOf(rings: readonly Ring[]) {
  const bounds = new LngLatBounds()
  for (const corner of rings.flat()) bounds.extend(corner)
  return bounds.isEmpty() ? new LngLatBounds(COAST) : bounds
}

/** Areas that are drawn by their corners: with a pointer, a finger, or the keys. */
export function AreaMap({ rings, drawing, styleUrl, handle }: Props) {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const holder = useRef<HTMLElement>(null)
  const map = useRef<{ map: MapLibre; handles: ReturnType<typeof cornerHandles> } | null>(null)
  const latest = useRef({ rings, drawing })
  useEffect(() => {
    latest.current = { rings, drawing }
  })
  const { isDrawing, changing, corners } = drawing

  useEffect(() => {
    const container = holder.current
    if (!container) return
    const font = css('--font-inter').split(',')[0] ?? 'sans-serif'
    const { rings } = latest.current
    const made = new MapLibre({
      ...{ container, style: styleUrl ?? mapStyle(scheme, font), bounds: boundsOf(rings) },
      ...{ fitBoundsOptions: { padding: 40, maxZoom: 13 }, minZoom: 6.5, maxZoom: 17, attributionControl: false },
      // The page scrolls with one finger; two of them, or the buttons, move the map.
      ...{ dragRotate: false, pitchWithRotate: false, fadeDuration: 0, cooperativeGestures: true },
    })
    made.touchZoomRotate.disableRotation()
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    made.on('click', ({ lngLat, originalEvent }) => {
      // A corner's own button is no new corner.
      if (originalEvent.target === made.getCanvas()) latest.current.drawing.add(cornerAt(lngLat))
    })
    made.on('mousemove', ({ lngLat }) => {
      const { isDrawing, corners } = latest.current.drawing
      if (isDrawing) showPath(made, corners, cornerAt(lngLat))
    })
    made.getCanvas().addEventListener('keydown', (event) => {
      if (event.key === 'Enter') latest.current.drawing.add(cornerAt(made.getCenter()))
    })
    made.on('style.load', () => {
      const { rings, drawing } = latest.current
      const path = drawing.isDrawing ? drawing.corners : []
      addAreas(made, css('--brand'), { rings, changing: drawing.changing, path })
    })
    const handles = cornerHandles(made, {
      isDrawing: () => latest.current.drawing.isDrawing,
      onMove: (at, corner) => latest.current.drawing.move(at, corner),
      onDrop: (at) => latest.current.drawing.drop(at),
      onClose: () => latest.current.drawing.finish(),
    })
    handles.show(latest.current.drawing.corners)
    map.current = { map: made, handles }
    handle.current = { addAtCross: () => latest.current.drawing.add(cornerAt(made.getCenter())) }
    return () => {
      map.current = null
      handle.current = null
      made.remove()
    }
  }, [scheme, styleUrl, handle])

  useEffect(() => {
    if (!map.current) return
    showAreas(map.current.map, { rings, changing, path: isDrawing ? corners : [] })
    map.current.handles.show(corners)
  }, [rings, changing, isDrawing, corners])

  useEffect(() => {
    const made = map.current?.map
    if (!made) return
    made.getCanvas().style.cursor = isDrawing ? 'crosshair' : ''
    if (isDrawing) made.doubleClickZoom.disable()
    else made.doubleClickZoom.enable()
    // From here the arrow keys move the map and Enter sets a corner.
    if (isDrawing) made.getCanvas().focus({ preventScroll: true })
  }, [isDrawing])

  return <section ref={holder} className={mapClasses.map} aria-label="Map of the drawn areas" />
}
