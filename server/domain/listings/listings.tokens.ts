/**
 * Location tokens: the one thing that a home and a search have in common when the home can be in the search's area.
 * A shared token is a candidate, not a match; no shared token is proof that there is no match.
 */

export const EARTH_RADIUS_MILES = 3958.7613
export type Circle = { latitude: number; longitude: number; miles: number }
/** Corners as [longitude, latitude]; the last one is joined to the first. */
export type Ring = readonly (readonly [longitude: number, latitude: number])[]

/** Edges of the grid cells in degrees, from fine to coarse: about 2, 8 and 33 miles from south to north. */
const CELL_DEGREES = [0.03, 0.12, 0.48] as const
const MAX_CELLS = 12
/** Rounding must never put a home on the edge of a circle outside of its cells. */
const SAFETY_DEGREES = 1e-7

const radians = (degrees: number) => (degrees * Math.PI) / 180
const degrees = (angle: number) => (angle * 180) / Math.PI

/** Great-circle distance in miles (haversine). */
export function milesBetween(a: Omit<Circle, 'miles'>, b: Omit<Circle, 'miles'>): number {
  const latitude = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
  const longitude = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  const chord = latitude + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * longitude
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** "Mt. Pleasant" -> "mt-pleasant": lower case, words joined by "-". Empty when nothing is left. */
export const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const cell = (level: number, x: number, y: number) => `cell:${level}:${x}:${y}`

type Place = {
  citySlug: string
  postalCode: string
  subdivisionSlug: string | null
  latitude: number | null
  longitude: number | null
}

/** All tokens of a home: anywhere, its town, its zip code, its subdivision, and its grid cell at each size. */
export function tokensOfListing({ citySlug, postalCode, subdivisionSlug, latitude, longitude }: Place): string[] {
  const subdivision = subdivisionSlug === null ? [] : [`sub:${subdivisionSlug}`]
  const tokens = ['any', `city:${citySlug}`, `zip:${postalCode}`, ...subdivision]
  if (latitude === null || longitude === null) return tokens
  const cells = CELL_DEGREES.map((size, level) =>
    cell(level, Math.floor(longitude / size), Math.floor(latitude / size)),
  )
  return [...tokens, ...cells]
}

type Box = { south: number; north: number; west: number; east: number }

/** The box around a circle in degrees, or null where a box makes no sense (the poles, the date line). */
function boxAround({ latitude, longitude, miles }: Circle): Box | null {
  const angle = miles / EARTH_RADIUS_MILES
  const south = latitude - degrees(angle) - SAFETY_DEGREES
  const north = latitude + degrees(angle) + SAFETY_DEGREES
  if (south <= -89 || north >= 89) return null
  const width = degrees(Math.asin(Math.sin(angle) / Math.cos(radians(latitude)))) + SAFETY_DEGREES
  const [west, east] = [longitude - width, longitude + width]
  return west < -180 || east > 180 ? null : { south, north, west, east }
}

/** Planar, as the ring is: one that crosses the date line goes the long way round. */
function boxOfRing(ring: Ring): Box {
  const [longitudes, latitudes] = [ring.map(([longitude]) => longitude), ring.map(([, latitude]) => latitude)]
  return {
    south: Math.min(...latitudes) - SAFETY_DEGREES,
    north: Math.max(...latitudes) + SAFETY_DEGREES,
    west: Math.min(...longitudes) - SAFETY_DEGREES,
    east: Math.max(...longitudes) + SAFETY_DEGREES,
  }
}

function cellsOfBox(box: Box): string[] | null {
  for (const [level, size] of CELL_DEGREES.entries()) {
    const [left, right] = [Math.floor(box.west / size), Math.floor(box.east / size)]
    const [bottom, top] = [Math.floor(box.south / size), Math.floor(box.north / size)]
    const [columns, rows] = [right - left + 1, top - bottom + 1]
    if (columns * rows > MAX_CELLS) continue
    return Array.from({ length: columns * rows }, (_, index) =>
      cell(level, left + (index % columns), bottom + Math.floor(index / columns)),
    )
  }
  return null
}

type SearchArea = {
  citySlugs: readonly string[]
  postalCodes: readonly string[]
  subdivisions: readonly string[]
  radius?: Circle | undefined
  polygons: readonly Ring[]
}

/**
 * The tokens of which a home needs one to be in the area: towns, zip codes, subdivisions, and for the circle and each
 * drawn area the finest cells of which twelve cover it. No area, or one too wide for twelve cells, is `any`: looked at
 * for each home.
 */
export function tokensOfArea({ citySlugs, postalCodes, subdivisions, radius, polygons }: SearchArea): string[] {
  const boxes = [...(radius ? [boxAround(radius)] : []), ...polygons.map(boxOfRing)]
  const cells = boxes.map((box) => (box ? cellsOfBox(box) : null))
  const places = [
    ...citySlugs.map((slug) => `city:${slug}`),
    ...postalCodes.map((zip) => `zip:${zip}`),
    ...subdivisions.map((slug) => `sub:${slug}`),
  ]
  const tokens = new Set(places)
  for (const covering of cells) {
    if (!covering) return ['any']
    for (const token of covering) tokens.add(token)
  }
  return tokens.size > 0 ? [...tokens] : ['any']
}
