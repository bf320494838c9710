import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_AREAS, type Ring, readAreas, writeAreas } from './areas.words.ts'

const degrees = (most: number) => fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((steps) => steps / 1e5)
const ringArb: fc.Arbitrary<Ring> = fc.array(fc.tuple(degrees(180), degrees(90)), { minLength: 3, maxLength: 30 })

test('areas come back from an address corner by corner, to a yard', () => {
  fc.assert(
    fc.property(fc.array(ringArb, { maxLength: 5 }), (rings) => {
      const text = writeAreas(rings)
      expect(encodeURIComponent(text)).toBe(text)
      if (text.length <= LONGEST_AREAS) expect(readAreas(text)).toEqual(rings)
    }),
  )
})

test('an area as people draw them takes a few letters a corner', () => {
  const ring = Array.from({ length: 40 }, (_, at): [number, number] => [
    -79.9 + 0.05 * Math.cos(at / 6.4),
    32.8 + 0.05 * Math.sin(at / 6.4),
  ])
  expect(writeAreas([ring]).length).toBeLessThan(350)
})

test('whatever else stands in an address is no area, and breaks nothing', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      const rings = readAreas(text)
      if (rings !== null) expect(readAreas(writeAreas(rings))).toEqual(rings)
    }),
  )
  expect(readAreas('AAAA')).toBeNull()
  expect(readAreas('A'.repeat(LONGEST_AREAS + 2))).toBeNull()
  expect(
    readAreas(
      writeAreas([
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
      ]).slice(0, -1),
    ),
  ).toBeNull()
  expect(readAreas('')).toEqual([])
})
