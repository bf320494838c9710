import type { Corner, Ring } from '#server/domain/listings/areas.words.ts'
import { liesInRing } from '#server/domain/listings/listings.polygons.ts'

type Edge = [Corner, Corner]

/** In degrees, a tenth of a millimeter: a middle that is computed lies beside the line by less than that. */
const BESIDE = 1e-9

const edgesOf = (ring: Ring): Edge[] =>
  ring.map((from, index) => [from, ring[(index + 1) % ring.length] ?? from] satisfies Edge)

const cross = ([ax, ay]: Corner, [bx, by]: Corner, [x, y]: Corner) => (bx - ax) * (y - ay) - (x - ax) * (by - ay)

function distanceTo([[ax, ay], [bx, by]]: Edge, [x, y]: Corner): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
}

const isOnEdge = (edges: readonly Edge[], point: Corner) => edges.some((edge) => distanceTo(edge, point) <= BESIDE)

/** How far along an edge, from 0 to 1, another one meets it; of one that lies on it, where it begins and ends. */
function cutsOf([a, b]: Edge, [c, d]: Edge): number[] {
  const [from, to] = [cross(c, d, a), cross(c, d, b)]
  if (from !== to) return [from / (from - to)]
  const length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
  return length === 0 ? [] : [c, d].map(([x, y]) => ((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / length)
}

/** The middles of the pieces into which the lines of another ring cut a ring: each lies on one side of it as a whole. */
function middlesOf(ring: Ring, others: readonly Edge[]): Corner[] {
  return edgesOf(ring).flatMap((edge) => {
    const [[ax, ay], [bx, by]] = edge
    const inside = others.flatMap((other) => cutsOf(edge, other)).filter((cut) => cut > 0 && cut < 1)
    const cuts = [0, ...inside.toSorted((one, other) => one - other), 1]
    return cuts.slice(1).map((cut, index): Corner => {
      const middle = (cut + (cuts[index] ?? 0)) / 2
      return [ax + middle * (bx - ax), ay + middle * (by - ay)]
    })
  })
}

const meet = (one: number[], other: number[]) =>
  Math.min(...one) <= Math.max(...other) && Math.min(...other) <= Math.max(...one)

/** Whether two edges have a point in common. Two that lie on one line have none as long as they are apart on it. */
const edgesMeet = ([a, b]: Edge, [c, d]: Edge) =>
  cross(a, b, c) * cross(a, b, d) <= 0 &&
  cross(c, d, a) * cross(c, d, b) <= 0 &&
  meet([a[0], b[0]], [c[0], d[0]]) &&
  meet([a[1], b[1]], [c[1], d[1]])

/** Whether two edges that are no neighbours meet: such an area can have holes. */
function crossesItself(ring: Ring): boolean {
  const edges = edgesOf(ring)
  return edges.some((edge, first) =>
    edges.slice(first + 2).some((other, gap) => {
      const isNeighbour = first === 0 && first + 2 + gap === edges.length - 1
      return !isNeighbour && edgesMeet(edge, other)
    }),
  )
}

const isSame = (a: Ring, b: Ring) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Whether all of an area lies in another one: its line never leaves it, and it has no hole. Of a wide area that crosses
 * itself it is only said that it holds itself.
 */
export function holdsArea(wide: Ring, narrow: Ring): boolean {
  if (isSame(wide, narrow)) return true
  const edges = edgesOf(wide)
  if (crossesItself(wide)) return false
  return middlesOf(narrow, edges).every((point) => isOnEdge(edges, point) || liesInRing(wide, ...point))
}

/** Whether two areas have more in common than a line. */
export function areasOverlap(a: Ring, b: Ring): boolean {
  const [ofA, ofB] = [edgesOf(a), edgesOf(b)]
  const [inB, inA] = [middlesOf(a, ofB), middlesOf(b, ofA)]
  const reaches = (points: Corner[], ring: Ring, edges: Edge[]) =>
    points.some((point) => liesInRing(ring, ...point) && !isOnEdge(edges, point))
  return reaches(inB, b, ofB) || reaches(inA, a, ofA) || inB.every((point) => isOnEdge(ofB, point))
}
