'use client'

import 'maplibre-gl/dist/maplibre-gl.css'
import { useComputedColorScheme } from '@mantine/core'
import type { Map as MapLibre } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { attachDrawing } from '../../../../_map/drawing/attach-drawing.ts'
import type { Ring } from '../../../../_map/drawing/rings.ts'
import type { Drawing } from '../../../../_map/drawing/use-drawing.ts'
import mapClasses from '../../../../_map/homes-map.module.css'
import {
  boxOfMap,
  css,
  keepSize,
  lookAt,
  type MapBox,
  makeHouseMap,
  NO_WEBGL,
  pageFont,
  viewOf,
} from '../../../../_map/house-map.ts'
import { mapStyle, withoutGlyphs } from '../../../../_map/map-style.ts'
import { addPins, collect, isGeoJson, type Pin } from '../../../../_map/pins.ts'
import { attachHomes } from './attach-homes.ts'

export type SearchMapHandle = { addAtCross: () => void }

export type SearchMapProps = {
  pins: readonly Pin[]
  /** The home that is pointed at, also when it stands in a cluster. */
  active: Pin | null
  box: MapBox | undefined
  /** What the pins are an answer to; when it changes, the map looks at the new pins. Undefined while they are old ones. */
  fit: string | undefined
  rings: readonly Ring[]
  drawing: Drawing
  handle: RefObject<SearchMapHandle | null>
  styleUrl: string | undefined
  onHover: (id: string | null) => void
  onOpen: (ids: string[]) => void
  onMove: (box: MapBox) => void
  /** There is no map in this browser, and nothing to draw on. */
  onBroken: () => void
}

/** Nearer than this, homes that still stand together share one point. */
const CLUSTERS_UP_TO = 16
/** Less than the house's other maps: as long as their prices can be read, homes stand for themselves. */
const RADIUS = 40
const nameOf = (box: MapBox | undefined) =>
  box
    ? Object.values(box)
        .map((edge) => edge.toFixed(4))
        .join()
    : ''

/** The map that is searched on: homes and how many stand where, and areas that are drawn. */
export function SearchMap(props: SearchMapProps) {
  const { pins, active, box, fit, rings, drawing, handle, styleUrl } = props
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const holder = useRef<HTMLElement>(null)
  const map = useRef<{ map: MapLibre; drawn: ReturnType<typeof attachDrawing> } | null>(null)
  const [broken, setBroken] = useState(false)
  const latest = useRef({ ...props, scheme })
  const fitted = useRef<string | undefined>(undefined)
  /** The box that the map itself has told: it need not look there again. */
  const told = useRef(nameOf(box))
  useEffect(() => {
    latest.current = { ...props, scheme }
  })
  const { isDrawing, changing, corners } = drawing

  useEffect(() => {
    const container = holder.current
    if (!container) return
    const look = () => viewOf(latest.current.box, latest.current.pins)
    const made = makeHouseMap({ container, view: look(), styleUrl: latest.current.styleUrl, isSearchedOn: true })
    if (!made) {
      latest.current.onBroken()
      return setBroken(true)
    }
    made.on('style.load', () => {
      const { pins, active, scheme } = latest.current
      const font = pageFont()
      const clusters = { clusterMaxZoom: CLUSTERS_UP_TO, clusterRadius: RADIUS }
      addPins(made, { scheme, font, pins, active: active ? [active] : [], ...clusters })
    })
    const drawn = attachDrawing(made, latest, () => css('--brand'))
    attachHomes(made, latest)
    made.on('moveend', ({ originalEvent }) => {
      if (!originalEvent) return
      const seen = boxOfMap(made)
      told.current = nameOf(seen)
      latest.current.onMove(seen)
    })
    map.current = { map: made, drawn }
    handle.current = { addAtCross: drawn.addAtCross }
    const forget = keepSize(made, look)
    return () => {
      forget()
      map.current = null
      handle.current = null
      made.remove()
    }
  }, [handle])

  useEffect(() => {
    const options = { diff: false, transformStyle: withoutGlyphs }
    map.current?.map.setStyle(styleUrl ?? mapStyle(scheme, pageFont()), options)
  }, [scheme, styleUrl])

  useEffect(() => {
    const source = map.current?.map.getSource('pins')
    if (isGeoJson(source)) source.setData(collect(pins))
    if (fit === undefined || fit === fitted.current || pins.length === 0) return
    fitted.current = fit
    if (!latest.current.box && map.current) lookAt(map.current.map, viewOf(undefined, pins))
  }, [pins, fit])

  useEffect(() => {
    const source = map.current?.map.getSource('active')
    if (isGeoJson(source)) source.setData(collect(active ? [active] : []))
  }, [active])

  useEffect(() => {
    if (nameOf(box) === told.current) return
    told.current = nameOf(box)
    // Back leads to where one looked before; without a box the map waits for the homes and looks at all of them.
    if (!box) fitted.current = undefined
    else if (map.current) lookAt(map.current.map, viewOf(box, []))
  }, [box])

  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what is shown, read through `latest`
  useEffect(() => map.current?.drawn.show(), [rings, changing, isDrawing, corners])
  useEffect(() => map.current?.drawn.arm(isDrawing), [isDrawing])

  if (broken) return <p className={mapClasses.broken}>{NO_WEBGL}</p>
  return <section ref={holder} className={mapClasses.map} aria-label="Map of the homes found" />
}
