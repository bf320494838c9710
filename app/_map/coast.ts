import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson'
import { merge } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { smooth } from './smooth.ts'
import { towns } from './towns.ts'
import { grounds, roads, type Water, waters } from './waters.ts'

/** Georgia, North and South Carolina: what a map of this coast can show. */
const STATES = new Set(['13', '37', '45'])
const WEST = -83.5

/** Ten metres: finer than what is drawn here is known, and half the file. */
const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000
const shape: typeof smooth = (points, options) =>
  smooth(points, options).map(([x, y]): [number, number] => [rounded(x), rounded(y)])

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
      .map((rings) => rings.map((ring) => shape(ring.map(toPoint), { closed: true, rounds: 3 }))),
  }
}

const line = (kind: string, properties: Record<string, unknown>, points: [number, number][]): Feature => ({
  type: 'Feature',
  properties: { kind, ...properties },
  geometry: { type: 'LineString', coordinates: shape(points) },
})

const PARTS = 6
/** How wide a river is where its line begins or ends inland, as a share of its mouth. */
const NARROW = 0.45

/** A river that grows towards the sea: a line of one width would end in the fields like a pipe. */
function river({ name, meters, points, narrow }: Water): Feature[] {
  if (!narrow) return [line('water', { name, meters }, points)]
  const course = shape(narrow === 'last' ? points : points.toReversed())
  const size = Math.ceil(course.length / PARTS)
  return Array.from({ length: PARTS }, (_, part): Feature => {
    const share = 1 - ((1 - NARROW) * part) / (PARTS - 1)
    const coordinates = course.slice(part * size, (part + 1) * size + 1)
    // Only one part carries the name, or it would stand there six times.
    const properties = { kind: 'water', name: part === 1 ? name : '', meters: meters * share }
    return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } }
  })
}

/** The coast as one GeoJSON file: land, rivers, main roads and towns. Made once, when the app is built. */
export const drawCoast = (): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { kind: 'land' }, geometry: land() },
    ...grounds.map(
      ({ kind, points }): Feature => ({
        type: 'Feature',
        properties: { kind },
        geometry: {
          type: 'Polygon',
          coordinates: [shape([...points, ...points.slice(0, 1)], { closed: true, rounds: 3 })],
        },
      }),
    ),
    ...waters.flatMap(river),
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
