import type { FeatureCollection, Point } from 'geojson'
import type { ExpressionSpecification, GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import type { Scheme } from './map-style.ts'

export type Pin = {
  id: string
  latitude: number
  longitude: number
  label: string
  /** More than one: not a home but a place where so many stand. */
  homes?: number
}

const colors = {
  light: {
    pill: '#ffffff',
    edge: '#12372a',
    ink: '#12372a',
    active: '#12372a',
    activeInk: '#ffffff',
    cluster: '#12372a',
    clusterInk: '#ffffff',
  },
  dark: {
    pill: '#22302a',
    edge: '#6fb795',
    ink: '#e7ede9',
    active: '#6fb795',
    activeInk: '#0b1712',
    cluster: '#6fb795',
    clusterInk: '#0b1712',
  },
} as const

export const collect = (pins: readonly Pin[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: pins.map(({ id, label, longitude, latitude, homes = 1 }) => ({
    type: 'Feature',
    properties: { id, label, homes },
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  })),
})

/** A rounded pill of which only the middle stretches, so that each price gets one that fits. */
function drawPill(fill: string, edge: string) {
  const [width, height, radius] = [56, 48, 24]
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.beginPath()
  pen.roundRect(2, 2, width - 4, height - 4, radius - 2)
  pen.fillStyle = fill
  pen.fill()
  pen.lineWidth = 2
  pen.strokeStyle = edge
  pen.stroke()
  return pen.getImageData(0, 0, width, height)
}

const stretch = { pixelRatio: 2, stretchX: [[24, 32]], stretchY: [[23, 25]], content: [16, 8, 40, 40] } satisfies {
  pixelRatio: number
  stretchX: [number, number][]
  stretchY: [number, number][]
  content: [number, number, number, number]
}

function priceLayer(id: string, source: string, image: string, ink: string, font: string): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source,
    filter: ['==', ['get', 'homes'], 1],
    layout: {
      'icon-image': image,
      'icon-text-fit': 'both',
      'text-field': ['get', 'label'],
      'text-size': 12,
      'text-font': ['Semibold', font],
      'icon-allow-overlap': true,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': ink },
  }
}

type Shown = {
  scheme: Scheme
  font: string
  pins: readonly Pin[]
  active: readonly Pin[]
  /** Nearer than this each home has a pin of its own. */
  clusterMaxZoom?: number
  /** Homes nearer to each other than this, in pixels, are one bubble. */
  clusterRadius?: number
}

/** 1240 -> "1.2k". */
const SHORT_COUNT: ExpressionSpecification = [
  'case',
  ['>=', ['get', 'homes'], 1_000],
  ['concat', ['to-string', ['/', ['round', ['/', ['get', 'homes'], 100]], 10]], 'k'],
  ['to-string', ['get', 'homes']],
]

/** Adds clusters, price pills and the highlighted pill. Runs again after each change of style, which drops them. */
export function addPins(map: MapLibre, { scheme, font, pins, active, clusterMaxZoom = 13, clusterRadius = 44 }: Shown) {
  const color = colors[scheme]
  for (const [name, fill] of [
    ['pill', color.pill],
    ['pill-active', color.active],
  ] as const) {
    const image = drawPill(fill, color.edge)
    if (image && !map.hasImage(name)) map.addImage(name, image, stretch)
  }
  map.addSource('pins', {
    ...{ type: 'geojson', data: collect(pins), cluster: true, clusterRadius, clusterMaxZoom },
    clusterProperties: { homes: ['+', ['get', 'homes']] },
  })
  map.addSource('active', { type: 'geojson', data: collect(active) })
  map.addLayer({
    id: 'clusters',
    type: 'circle',
    source: 'pins',
    filter: ['>', ['get', 'homes'], 1],
    paint: {
      'circle-color': color.cluster,
      'circle-opacity': 0.92,
      'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'homes']], 1, 14, 10, 20, 40, 29],
      'circle-stroke-width': 3,
      'circle-stroke-color': color.cluster,
      'circle-stroke-opacity': 0.25,
    },
  })
  map.addLayer({
    id: 'cluster-count',
    type: 'symbol',
    source: 'pins',
    filter: ['>', ['get', 'homes'], 1],
    layout: {
      'text-field': SHORT_COUNT,
      'text-font': ['Semibold', font],
      'text-size': 13,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': color.clusterInk },
  })
  map.addLayer(priceLayer('prices', 'pins', 'pill', color.ink, font))
  map.addLayer(priceLayer('active', 'active', 'pill-active', color.activeInk, font))
}

export const isGeoJson = (source: unknown): source is GeoJSONSource =>
  typeof source === 'object' && source !== null && 'setData' in source
