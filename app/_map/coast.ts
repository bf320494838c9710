import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson'
import { merge } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { smooth } from './smooth.ts'
import { towns } from './towns.ts'
import { roads, waters } from './waters.ts'

/** Georgia, North and South Carolina: what a map of this coast can show. */
const STATES = new Set(['13', '37', '45'])
const WEST = -83.5

const toPoint = ([x = 0, y = 0]: Position): [number, number] => [x, y]

function land(): MultiPolygon {
  const file = join(process.cwd(), 'node_modules/us-atlas/states-10m.json')
  const atlas: Topology<{ states: GeometryCollection }> = JSON.parse(readFileSync(file, 'utf8'))
  const states = atlas.objects.states.geometries.filter(({ id }) => STATES.has(String(id)))
  const polygons = states.filter((state) => state.type === 'Polygon' || state.type === 'MultiPolygon')
  const { coordinates } = merge(atlas, polygons)
  return {
    type: 'MultiPolygon',
    coordinates: coordinates
      .filter(([outer]) => outer?.some(([x = 0]) => x > WEST))
      .map((rings) => rings.map((ring) => smooth(ring.map(toPoint), { closed: true }))),
  }
}

const line = (kind: string, properties: Record<string, unknown>, points: [number, number][]): Feature => ({
  type: 'Feature',
  properties: { kind, ...properties },
  geometry: { type: 'LineString', coordinates: smooth(points) },
})

/** The coast as one GeoJSON file: land, rivers, main roads and towns. Made once, when the app is built. */
export const drawCoast = (): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { kind: 'land' }, geometry: land() },
    ...waters.map(({ name, meters, points }) => line('water', { name, meters }, points)),
    ...roads.map(({ name, major, points }) => line('road', { name, major }, points)),
    ...towns.map(
      ({ name, at, rank }): Feature => ({
        type: 'Feature',
        properties: { kind: 'town', name, rank },
        geometry: { type: 'Point', coordinates: at },
      }),
    ),
  ],
})
