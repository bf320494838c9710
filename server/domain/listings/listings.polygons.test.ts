import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { liesInRing } from './listings.polygons.ts'
import type { Ring } from './listings.tokens.ts'

const square: Ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
]
const bowTie: Ring = [
  [0, 0],
  [4, 4],
  [4, 0],
  [0, 4],
]

test.each<[string, Ring, readonly [number, number], boolean]>([
  ['the middle', square, [2, 2], true],
  ['a corner', square, [4, 4], true],
  ['an edge', square, [4, 1], true],
  ['the closing edge', square, [0, 1], true],
  ['beyond an edge, on its line', square, [5, 0], false],
  ['left of it, level with a corner', square, [-1, 4], false],
  ['right of it', square, [4.0001, 2], false],
  ['the left lobe of a bow-tie', bowTie, [0.5, 2], true],
  ['the right lobe of a bow-tie', bowTie, [3.5, 2], true],
  ['between the lobes', bowTie, [2, 3], false],
  ['where a bow-tie crosses itself', bowTie, [2, 2], true],
])('%s', (_, ring, [x, y], isInside) => {
  expect(liesInRing(ring, x, y)).toBe(isInside)
  expect(liesInRing(ring.toReversed(), x, y)).toBe(isInside)
})

test('the database answers as we do, to the bit', async () => {
  const degrees = fc.oneof(
    fc.integer({ min: -8, max: 8 }),
    fc.integer({ min: -80_000_000, max: 80_000_000 }).map((n) => n / 1e7),
  )
  const point = fc.tuple(degrees, degrees)
  const rings = fc.sample(fc.array(point, { minLength: 3, maxLength: 8 }), { numRuns: 400, seed: 7 })
  const points = fc.sample(fc.tuple(point, fc.nat()), { numRuns: 400, seed: 8 })
  // Each ring with a point of its own kind: a corner, the middle of an edge, anywhere.
  const cases = rings.map((ring, index) => {
    const [anywhere, way] = points[index] ?? [[0, 0], 0]
    const [[ax, ay], [bx, by]] = [ring[way % ring.length] ?? [0, 0], ring[(way + 1) % ring.length] ?? [0, 0]]
    const at = [[ax, ay], [(ax + bx) / 2, (ay + by) / 2], anywhere][index % 3] ?? anywhere
    return { ring, x: at[0], y: at[1] }
  })
  const answers = await db.$queryRaw<{ inside: boolean }[]>`
    SELECT lies_in_polygons(jsonb_build_array(one -> 'ring'), (one ->> 'x')::float8, (one ->> 'y')::float8) AS inside
      FROM jsonb_array_elements(${JSON.stringify(cases)}::jsonb) WITH ORDINALITY AS c(one, n) ORDER BY n`
  const ours = cases.map(({ ring, x = 0, y = 0 }) => liesInRing(ring, x, y))
  expect(answers.map(({ inside }) => inside)).toEqual(ours)
  expect(ours.filter(Boolean).length).toBeGreaterThan(100)
  expect(ours.filter((inside) => !inside).length).toBeGreaterThan(50)
})
