import type { Corner, Ring } from '#server/domain/listings/areas.words.ts'

export {
  type Corner,
  LEAST_CORNERS,
  MOST_CORNERS,
  MOST_RINGS,
  type Ring,
} from '#server/domain/listings/areas.words.ts'

const MILES_PER_DEGREE = 69.05
const round = (degrees: number) => Number(degrees.toFixed(5))

/** To about a yard: finer than anybody draws. */
export const cornerAt = ({ lng, lat }: { lng: number; lat: number }): Corner => [round(lng), round(lat)]

const edgesOf = (ring: Ring) =>
  ring.map((from, index): [Corner, Corner] => [from, ring[(index + 1) % ring.length] ?? from])

const side = ([ax, ay]: Corner, [bx, by]: Corner, [x, y]: Corner) =>
  Math.sign((bx - ax) * (y - ay) - (x - ax) * (by - ay))

/** Whether two edges that are no neighbours meet: then the area has parts, and all of them count. */
export function crossesItself(ring: Ring): boolean {
  const edges = edgesOf(ring)
  return edges.some(([a, b], first) =>
    edges.slice(first + 2).some(([c, d], gap) => {
      const isNeighbour = first === 0 && first + 2 + gap === edges.length - 1
      return !isNeighbour && side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
    }),
  )
}

/** Flat, with degrees of longitude as wide as they are here: good to a percent for what fits on this coast. */
export function squareMiles(ring: Ring): number {
  const [, middle = 0] = ring[0] ?? []
  const wide = Math.cos((middle * Math.PI) / 180) * MILES_PER_DEGREE
  const doubled = edgesOf(ring).reduce((sum, [[ax, ay], [bx, by]]) => sum + (ax * by - bx * ay), 0)
  return (Math.abs(doubled) / 2) * wide * MILES_PER_DEGREE
}

/** "5 corners, about 4.2 square miles". */
export function ringInWords(ring: Ring): string {
  const corners = `${ring.length} corners`
  if (crossesItself(ring)) return `${corners}, crosses itself: all parts count`
  const miles = squareMiles(ring)
  const figure = miles >= 10 ? Math.round(miles).toLocaleString('en-US') : String(Number(miles.toPrecision(2)))
  return `${corners}, about ${figure} square ${figure === '1' ? 'mile' : 'miles'}`
}

export const withCorner = (ring: Ring, at: number, corner: Corner): Ring =>
  ring.map((each, index) => (index === at ? corner : each))
export const withoutCorner = (ring: Ring, at: number): Ring => ring.filter((_, index) => index !== at)
