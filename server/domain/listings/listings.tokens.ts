/**
 * Location tokens: the one thing that a home and a search have in common when the home can be in the search's area.
 * A shared token is a candidate, not a match; no shared token is proof that there is no match.
 */

export const EARTH_RADIUS_MILES = 3958.7613
export type Circle = { latitude: number; longitude: number; miles: number }

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

type Place = { citySlug: string; postalCode: string; latitude: number | null; longitude: number | null }

/** All tokens of a home: anywhere, its town, its zip code, and its grid cell at each size. */
export function tokensOfListing({ citySlug, postalCode, latitude, longitude }: Place): string[] {
  const tokens = ['any', `city:${citySlug}`, `zip:${postalCode}`]
  if (latitude === null || longitude === null) return tokens
  const cells = CELL_DEGREES.map((size, level) =>
    cell(level, Math.floor(longitude / size), Math.floor(latitude / size)),
  )
  return [...tokens, ...cells]
}

/** The box around a circle in degrees, or null where a box makes no sense (the poles, the date line). */
function boxAround({ latitude, longitude, miles }: Circle) {
  const angle = miles / EARTH_RADIUS_MILES
  const south = latitude - degrees(angle) - SAFETY_DEGREES
  const north = latitude + degrees(angle) + SAFETY_DEGREES
  if (south <= -89 || north >= 89) return null
  const width = degrees(Math.asin(Math.sin(angle) / Math.cos(radians(latitude)))) + SAFETY_DEGREES
  const [west, east] = [longitude - width, longitude + width]
  return west < -180 || east > 180 ? null : { south, north, west, east }
}

function cellsOfCircle(circle: Circle): string[] | null {
  const box = boxAround(circle)
  if (!box) return null
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

type SearchArea = { citySlugs: readonly string[]; postalCodes: readonly string[]; radius: Circle | null }

/**
 * The tokens of which a home needs one to be in the area: towns, zip codes, and the finest cells of which twelve cover
 * the circle. No area, or a circle too wide for twelve cells, is `any`: looked at for each home.
 */
export function tokensOfArea({ citySlugs, postalCodes, radius }: SearchArea): string[] {
  const places = [...citySlugs.map((slug) => `city:${slug}`), ...postalCodes.map((zip) => `zip:${zip}`)]
  if (!radius) return places.length > 0 ? [...new Set(places)] : ['any']
  const cells = cellsOfCircle(radius)
  return cells ? [...new Set([...places, ...cells])] : ['any']
}
