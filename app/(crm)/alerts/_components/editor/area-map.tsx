'use client'

import 'maplibre-gl/dist/maplibre-gl.css'
import { useComputedColorScheme } from '@mantine/core'
import { LngLatBounds, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import { type RefObject, useEffect, useRef } from 'react'
import { attachDrawing } from '../../../../_map/drawing/attach-drawing.ts'
import type { Corner, Ring } from '../../../../_map/drawing/rings.ts'
import type { Drawing } from '../../../../_map/drawing/use-drawing.ts'
import mapClasses from '../../../../_map/homes-map.module.css'
import { mapStyle } from '../../../../_map/map-style.ts'

export type AreaMapHandle = { addAtCross: () => void }

type Props = {
  rings: readonly Ring[]
  /** Where to look at while there is no area yet. */
  around: Corner | undefined
  drawing: Drawing
  styleUrl: string | undefined
  /** Lets the page add a corner where the cross is, for whoever has no fine pointer. */
  handle: RefObject<AreaMapHandle | null>
}

const COAST: [number, number, number, number] = [-80.35, 32.55, -79.65, 33.1]

setWorkerUrl('/map/worker.js')

const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** About four miles. */
const NEAR = 0.06

function boundsOf(rings: readonly Ring[], around: Corner | undefined) {
  const bounds = new LngLatBounds()
  for (const corner of rings.flat()) bounds.extend(corner)
  if (!bounds.isEmpty()) return bounds
  if (!around) return new LngLatBounds(COAST)
  const [longitude, latitude] = around
  return new LngLatBounds([longitude - NEAR, latitude - NEAR, longitude + NEAR, latitude + NEAR])
}

/** Areas that are drawn by their corners: with a pointer, a finger, or the keys. */
export function AreaMap({ rings, around, drawing, styleUrl, handle }: Props) {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const holder = useRef<HTMLElement>(null)
  const map = useRef<{ map: MapLibre; drawn: ReturnType<typeof attachDrawing> } | null>(null)
  const latest = useRef({ rings, around, drawing })
  useEffect(() => {
    latest.current = { rings, around, drawing }
  })
  const { isDrawing, changing, corners } = drawing

  useEffect(() => {
    const container = holder.current
    if (!container) return
    const font = css('--font-inter').split(',')[0] ?? 'sans-serif'
    const { rings, around } = latest.current
    const made = new MapLibre({
      ...{ container, style: styleUrl ?? mapStyle(scheme, font), bounds: boundsOf(rings, around) },
      ...{ fitBoundsOptions: { padding: 40, maxZoom: 13 }, minZoom: 6.5, maxZoom: 17, attributionControl: false },
      // The page scrolls with one finger; two of them, or the buttons, move the map.
      ...{ dragRotate: false, pitchWithRotate: false, fadeDuration: 0, cooperativeGestures: true },
    })
    made.touchZoomRotate.disableRotation()
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    const drawn = attachDrawing(made, latest, () => css('--brand'))
    map.current = { map: made, drawn }
    handle.current = { addAtCross: drawn.addAtCross }
    return () => {
      map.current = null
      handle.current = null
      made.remove()
    }
  }, [scheme, styleUrl, handle])

  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what is shown, read through `latest`
  useEffect(() => map.current?.drawn.show(), [rings, changing, isDrawing, corners])

  useEffect(() => {
    map.current?.drawn.arm(isDrawing)
    if (isDrawing) map.current?.map.getContainer().scrollIntoView({ block: 'center' })
  }, [isDrawing])

  useEffect(() => {
    const ring = changing === null ? undefined : latest.current.rings[changing]
    if (!map.current || !ring) return
    const [shown, wanted] = [map.current.map.getBounds(), boundsOf([ring], undefined)]
    const isInView = shown.contains(wanted.getNorthEast()) && shown.contains(wanted.getSouthWest())
    if (!isInView) map.current.map.fitBounds(wanted, { padding: 40, duration: 120 })
  }, [changing])

  return <section ref={holder} className={mapClasses.map} aria-label="Map of the drawn areas" />
}
