import { GeoJSONSource, type Map as MapLibre } from 'maplibre-gl'
import type { Corner, Ring } from './rings.ts'

export type Drawn = { rings: readonly Ring[]; changing: number | null; path: Ring }

const areasOf = ({ rings, changing }: Drawn) => ({
  type: 'FeatureCollection' as const,
  features: rings.map((ring, index) => ({
    type: 'Feature' as const,
    properties: { width: index === changing ? 3 : 2 },
    geometry: { type: 'Polygon' as const, coordinates: [[...ring, ...ring.slice(0, 1)]] },
  })),
})
const pathOf = (path: Ring) => ({ type: 'LineString' as const, coordinates: path })

/** The finished areas, and the line of the one that is being drawn. */
export function addAreas(map: MapLibre, color: string, drawn: Drawn) {
  map.addSource('areas', { type: 'geojson', data: areasOf(drawn), tolerance: 0 })
  map.addSource('path', { type: 'geojson', data: pathOf(drawn.path), tolerance: 0 })
  const line = { 'line-color': color }
  map.addLayer({ id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': color, 'fill-opacity': 0.14 } })
  map.addLayer({ id: 'edges', type: 'line', source: 'areas', paint: { ...line, 'line-width': ['get', 'width'] } })
  const dashed = { ...line, 'line-width': 2, 'line-dasharray': [2, 1.5] }
  map.addLayer({ id: 'path', type: 'line', source: 'path', paint: dashed })
}

export function showAreas(map: MapLibre, drawn: Drawn) {
  const areas = map.getSource('areas')
  if (areas instanceof GeoJSONSource) areas.setData(areasOf(drawn))
  showPath(map, drawn.path)
}

/** The line as far as it goes, and on to where the pointer is. */
export function showPath(map: MapLibre, path: Ring, pointer?: Corner) {
  const source = map.getSource('path')
  if (source instanceof GeoJSONSource) source.setData(pathOf(pointer && path.length > 0 ? [...path, pointer] : path))
}
