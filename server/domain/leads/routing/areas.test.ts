import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ring } from '#server/domain/listings/areas.words.ts'
import { liesInRing } from '#server/domain/listings/listings.polygons.ts'
import { areasOverlap, holdsArea } from './areas.ts'

const box = (x: number, y: number, wide: number, high = wide): Ring => [
  [x, y],
  [x + wide, y],
  [x + wide, y + high],
  [x, y + high],
]
/** A box with a bite out of its upper side. */
const bitten: Ring = [
  [0, 0],
  [6, 0],
  [6, 6],
  [4, 6],
  [4, 2],
  [2, 2],
  [2, 6],
  [0, 6],
]
const bow: Ring = [
  [0, 0],
  [4, 4],
  [4, 0],
  [0, 4],
]

test.each<[string, Ring, Ring, boolean, boolean]>([
  ['one within the other', box(0, 0, 6), box(1, 1, 2), true, true],
  ['one within the other, along its edge', box(0, 0, 6), box(0, 1, 2), true, true],
  ['a half', box(0, 0, 6), box(0, 0, 6, 3), true, true],
  ['the same, begun elsewhere', box(0, 0, 6), [...box(0, 0, 6).slice(2), ...box(0, 0, 6).slice(0, 2)], true, true],
  ['neighbours', box(0, 0, 2), box(2, 0, 2), false, false],
  ['apart', box(0, 0, 2), box(3, 3, 2), false, false],
  ['across', box(0, 0, 6), box(4, 4, 6), false, true],
  ['a cross, no corner of which lies in the other', box(0, 2, 6, 2), box(2, 0, 2, 6), false, true],
  ['beside the bite', bitten, box(0, 0, 2, 6), true, true],
  ['in the bite', bitten, box(2, 3, 2, 1), false, false],
  ['over the bite, all corners on it', bitten, box(0, 4, 6, 1), false, true],
  ['in a bow that crosses itself', bow, box(0.2, 1.8, 0.2), false, true],
  ['a bow in a box', box(0, 0, 4), bow, true, true],
])('areas: %s', (_, wide, narrow, holds, overlap) => {
  expect([holdsArea(wide, narrow), areasOverlap(wide, narrow), areasOverlap(narrow, wide)]).toEqual([
    holds,
    overlap,
    overlap,
  ])
})

const corner = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }))
const ring = fc.uniqueArray(corner, { minLength: 3, maxLength: 6, selector: String })
// Beside all corners, and on no line between two of them.
const points = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 800 })).map(([x, y]): [number, number] => {
    return [x / 100 + Math.SQRT2 / 1_000, y / 100 + Math.PI / 10_000]
  }),
  { minLength: 30, maxLength: 30 },
)

test('no point says otherwise: what one area holds lies in it, and what two do not share lies in one of them', () => {
  fc.assert(
    fc.property(ring, ring, points, (a, b, many) => {
      const [holds, overlap] = [holdsArea(a, b), areasOverlap(a, b)]
      for (const point of many) {
        const [inA, inB] = [liesInRing(a, ...point), liesInRing(b, ...point)]
        if (holds && inB) expect(inA).toBe(true)
        if (inA && inB) expect(overlap).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
