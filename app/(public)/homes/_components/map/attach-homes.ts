import type { MapGeoJSONFeature, Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { isGeoJson } from '../../../../_map/pins.ts'

type Hands = {
  readonly drawing: { isDrawing: boolean }
  onHover: (id: string | null) => void
  /** Homes that were chosen: one, or all that share a point. */
  onOpen: (ids: string[]) => void
}

/** As many as one sheet lists; the server gives as many cards at once. */
const MOST_TOGETHER = 24
/** About ten yards: one building. */
const SAME_POINT = 0.0001
const NEAREST = 16.9

type Leaf = { properties?: { [name: string]: unknown } | null; geometry: { type: string } }

const pointOf = (leaf: Leaf): [number, number] | null => {
  if (!('coordinates' in leaf.geometry) || !Array.isArray(leaf.geometry.coordinates)) return null
  const [x, y] = leaf.geometry.coordinates
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null
}

/** The homes of a cluster that no zoom would part, or null. */
function togetherIn(leaves: readonly Leaf[]): string[] | null {
  const points = leaves.flatMap((leaf) => {
    const point = pointOf(leaf)
    return point && leaf.properties?.homes === 1 ? [point] : []
  })
  if (points.length < leaves.length) return null
  const [first = [0, 0]] = points
  const isOne = points.every(([x, y]) => Math.abs(x - first[0]) < SAME_POINT && Math.abs(y - first[1]) < SAME_POINT)
  return isOne ? leaves.map(({ properties }) => String(properties?.id)) : null
}

async function openCluster(map: MapLibre, feature: MapGeoJSONFeature, event: MapMouseEvent, { onOpen }: Hands) {
  const { cluster_id: cluster } = feature.properties
  const source = map.getSource('pins')
  const point = pointOf(feature)
  if (!point) return
  const goTo = (zoom: number) =>
    map.easeTo({ center: point, zoom: Math.min(zoom, NEAREST) }, { originalEvent: event.originalEvent })
  // What the server has counted together parts when the map comes nearer and asks again.
  if (typeof cluster !== 'number' || !isGeoJson(source)) return goTo(map.getZoom() + 2)
  const [zoom, leaves] = await Promise.all([
    source.getClusterExpansionZoom(cluster),
    source.getClusterLeaves(cluster, MOST_TOGETHER, 0),
  ])
  const together = togetherIn(leaves)
  if (together) onOpen(together)
  else goTo(zoom + 0.2)
}

/** What pins and clusters do under a pointer. `latest` is read when something happens: the map is made once. */
export function attachHomes(map: MapLibre, latest: { readonly current: Hands }) {
  const pointAt = (hovers: boolean) => {
    if (!latest.current.drawing.isDrawing) map.getCanvas().style.cursor = hovers ? 'pointer' : ''
  }
  map.on('mousemove', 'prices', ({ features }) => {
    pointAt(true)
    latest.current.onHover(String(features?.[0]?.properties.id ?? ''))
  })
  map.on('mouseleave', 'prices', () => {
    pointAt(false)
    latest.current.onHover(null)
  })
  map.on('mouseenter', 'clusters', () => pointAt(true))
  map.on('mouseleave', 'clusters', () => pointAt(false))
  map.on('click', (event) => {
    if (latest.current.drawing.isDrawing || event.originalEvent.target !== map.getCanvas()) return
    // A tap on the map itself puts away what is open.
    if (!map.getLayer('prices')) return
    const [feature] = map.queryRenderedFeatures(event.point, { layers: ['active', 'prices', 'clusters'] })
    if (!feature) return latest.current.onOpen([])
    if (feature.layer.id === 'clusters') return void openCluster(map, feature, event, latest.current)
    latest.current.onOpen([String(feature.properties.id)])
  })
}
