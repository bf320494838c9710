import fc from 'fast-check'
import { EARTH_RADIUS_MILES } from '#server/domain/listings/listings.tokens.ts'
import type { Criteria } from '../searches.schema.ts'

export const CENTRES = [
  { latitude: 32.83, longitude: -79.83 },
  { latitude: 32.43, longitude: -80.67 },
  { latitude: 33.02, longitude: -80.17 },
] as const

const degrees = (angle: number) => (angle * 180) / Math.PI
const radians = (angle: number) => (angle * Math.PI) / 180

type Point = { latitude: number; longitude: number }

/** A point at a share of the circle's radius, in some direction: just inside, just outside, in the middle, far away. */
function pointOfCircle(
  { latitude, longitude, miles }: NonNullable<Criteria['radius']>,
  share: number,
  bearing: number,
) {
  const angle = (miles * share) / EARTH_RADIUS_MILES
  const [lat, lng, way] = [radians(latitude), radians(longitude), radians(bearing)]
  const sine = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(way)
  const east = Math.atan2(Math.sin(way) * Math.sin(angle) * Math.cos(lat), Math.cos(angle) - Math.sin(lat) * sine)
  return { latitude: degrees(Math.asin(sine)), longitude: degrees(lng + east) }
}

// On a grid of powers of two every sum is exact, so a point that is meant to lie on an edge lies on it.
const STEP = 1 / 128
const ORIGIN = [-79.828125, 32.828125] as const

const at = ([x, y]: readonly [number, number]): [number, number] => [ORIGIN[0] + x * STEP, ORIGIN[1] + y * STEP]

const SHAPES: [number, number][][] = [
  // A square, the other way round, a bow-tie, an L, a star that winds twice around its middle, a sliver, a line.
  [
    [0, 0],
    [8, 0],
    [8, 8],
    [0, 8],
  ],
  [
    [0, 8],
    [8, 8],
    [8, 0],
    [0, 0],
  ],
  [
    [0, 0],
    [8, 8],
    [8, 0],
    [0, 8],
  ],
  [
    [0, 0],
    [8, 0],
    [8, 4],
    [4, 4],
    [4, 8],
    [0, 8],
  ],
  [
    [4, 8],
    [0, -4],
    [8, 4],
    [0, 4],
    [8, -4],
  ],
  [
    [0, 0],
    [16, 2],
    [16, 0],
  ],
  [
    [0, 0],
    [4, 4],
    [8, 8],
  ],
]

const shift = fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 }))

/** A drawn area: known shapes that are hard, or corners at random. */
export const ringArb: fc.Arbitrary<Criteria['polygons'][number]> = fc.oneof(
  fc.tuple(fc.constantFrom(...SHAPES), shift).map(([shape, [dx, dy]]) => shape.map(([x, y]) => at([x + dx, y + dy]))),
  fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })).map(at), {
    minLength: 3,
    maxLength: 7,
  }),
)

/** A corner, the middle of an edge, a hair beside one of them, a crossing of the grid, far away. */
const pointOfRing = (ring: Criteria['polygons'][number]): fc.Arbitrary<Point> =>
  fc
    .record({
      corner: fc.nat({ max: ring.length - 1 }),
      along: fc.constantFrom(0, 0.5, 1),
      aside: fc.constantFrom(0, 0, 0, STEP / 32, -STEP / 32, STEP * 2),
      up: fc.constantFrom(0, 0, STEP / 32, STEP),
      far: fc.constantFrom(0, 0, 0, 0, 1),
    })
    .map(({ corner, along, aside, up, far }) => {
      const [[ax, ay], [bx, by]] = [ring[corner] ?? ORIGIN, ring[(corner + 1) % ring.length] ?? ORIGIN]
      return { longitude: ax + (bx - ax) * along + aside + far, latitude: ay + (by - ay) * along + up }
    })

/** Where a home is, seen from the edges of what `criteria` ask; nowhere, now and then. */
export function placeArb({ radius, polygons }: Criteria): fc.Arbitrary<Point | { latitude: null; longitude: null }> {
  const circle = radius ?? { ...CENTRES[0], miles: 5 }
  const around = fc
    // Nearer to the edge than this, two libraries of sines may differ about it.
    .tuple(fc.constantFrom(0, 0.5, 1 - 1e-9, 1 + 1e-9, 1.5), fc.integer({ min: 0, max: 359 }))
    .map(([share, bearing]) => pointOfCircle(circle, share, bearing))
  return fc.oneof(
    { weight: 4, arbitrary: polygons.length > 0 ? fc.oneof(...polygons.map(pointOfRing)) : around },
    { weight: radius ? 4 : 1, arbitrary: around },
    { weight: 1, arbitrary: fc.constant({ latitude: null, longitude: null }) },
  )
}
