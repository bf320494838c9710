import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'

export type Scheme = 'light' | 'dark'

const palettes = {
  light: {
    water: '#cfe0e2',
    shallow: '#dbe9e8',
    wild: '#e8ecdd',
    land: '#f3efe4',
    shore: '#b5cbca',
    road: '#ffffff',
    roadEdge: '#ddd5c5',
    minor: '#fbf9f4',
    town: '#4c554f',
    waterName: '#55797f',
    halo: '#f7f3ea',
  },
  dark: {
    water: '#0b1a1e',
    shallow: '#11252a',
    wild: '#1a2a21',
    land: '#18221d',
    shore: '#25393a',
    road: '#3a4741',
    roadEdge: '#101813',
    minor: '#29352f',
    town: '#b9c7bf',
    waterName: '#6d939a',
    halo: '#141d18',
  },
} as const

/** Pixels that a width in metres takes at this latitude, at every zoom: doubling with each step. */
const metersWide = (meters: ExpressionSpecification): ExpressionSpecification => [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  6,
  ['max', 0.6, ['/', meters, 2058]],
  16,
  ['/', meters, 2.01],
]

const of = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind]

/** The house's own map: no tiles, no glyph server, no other host. Text is drawn with the page's own font. */
export function mapStyle(scheme: Scheme, font: string): StyleSpecification {
  const color = palettes[scheme]
  const text = (weight: string) => [weight, font]
  const layers: LayerSpecification[] = [
    { id: 'sea', type: 'background', paint: { 'background-color': color.water } },
    {
      id: 'shallow',
      type: 'line',
      source: 'coast',
      filter: of('land'),
      paint: {
        'line-color': color.shallow,
        'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 7, 10, 13, 80],
        'line-blur': ['interpolate', ['exponential', 1.6], ['zoom'], 7, 6, 13, 50],
        // Near by, its edge would show where rivers run into it.
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 10, 1, 12, 0],
      },
    },
    { id: 'land', type: 'fill', source: 'coast', filter: of('land'), paint: { 'fill-color': color.land } },
    {
      id: 'shore',
      type: 'line',
      source: 'coast',
      filter: of('land'),
      paint: { 'line-color': color.shore, 'line-width': 1 },
    },
    { id: 'wild', type: 'fill', source: 'coast', filter: of('wild'), paint: { 'fill-color': color.wild } },
    { id: 'lake', type: 'fill', source: 'coast', filter: of('lake'), paint: { 'fill-color': color.water } },
    {
      id: 'lake-shore',
      type: 'line',
      source: 'coast',
      filter: of('lake'),
      paint: { 'line-color': color.shore, 'line-width': 1 },
    },
    {
      id: 'water',
      type: 'line',
      source: 'coast',
      filter: of('water'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': color.water, 'line-width': metersWide(['get', 'meters']) },
    },
    {
      id: 'road-edge',
      type: 'line',
      source: 'coast',
      filter: of('road'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': color.roadEdge,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1.2, 14, ['case', ['get', 'major'], 8, 6]],
      },
    },
    {
      id: 'road',
      type: 'line',
      source: 'coast',
      filter: of('road'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': ['case', ['get', 'major'], color.road, color.minor],
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.6, 14, ['case', ['get', 'major'], 6, 4]],
      },
    },
    {
      id: 'road-name',
      type: 'symbol',
      source: 'coast',
      filter: of('road'),
      minzoom: 10,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': text('Medium'),
        'text-size': 10,
        'symbol-spacing': 400,
      },
      paint: { 'text-color': color.town, 'text-halo-color': color.halo, 'text-halo-width': 2, 'text-opacity': 0.8 },
    },
    {
      id: 'water-name',
      type: 'symbol',
      source: 'coast',
      filter: of('water'),
      minzoom: 9.5,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': text('Regular'),
        'text-size': 11,
        'text-letter-spacing': 0.08,
        'symbol-spacing': 500,
      },
      paint: { 'text-color': color.waterName, 'text-halo-color': color.water, 'text-halo-width': 1.5 },
    },
    {
      id: 'towns',
      type: 'symbol',
      source: 'coast',
      filter: ['all', of('town'), ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 8.5, 2, 10, 3]]],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': text('Semibold'),
        'text-size': ['match', ['get', 'rank'], 1, 14, 2, 12.5, 11.5],
        'symbol-sort-key': ['get', 'rank'],
        // A town steps aside for the prices that stand on it.
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.4,
        'text-max-width': 7,
      },
      paint: { 'text-color': color.town, 'text-halo-color': color.halo, 'text-halo-width': 1.6 },
    },
  ]
  return { version: 8, sources: { coast: { type: 'geojson', data: '/map/coast.json' } }, layers }
}

/** Letters are drawn here, in the page's font: a glyph server has no such font, and would leave each price without its words. */
export function withoutGlyphs(_before: StyleSpecification | undefined, style: StyleSpecification): StyleSpecification {
  const { glyphs: _served, ...rest } = style
  return rest
}
