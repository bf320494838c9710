import { expect, test } from 'vitest'
import { cornerAt, crossesItself, type Ring, ringInWords, squareMiles, withCorner, withoutCorner } from './rings.ts'

const square: Ring = [
  [-79.9, 32.8],
  [-79.8, 32.8],
  [-79.8, 32.9],
  [-79.9, 32.9],
]
const bowTie: Ring = [
  [-79.9, 32.8],
  [-79.8, 32.9],
  [-79.8, 32.8],
  [-79.9, 32.9],
]

test('an area knows its size, and whether it crosses itself', () => {
  expect(squareMiles(square)).toBeCloseTo(6.905 * 6.905 * Math.cos((32.8 * Math.PI) / 180), 5)
  expect([square, square.toReversed(), square.slice(1), bowTie].map(crossesItself)).toEqual([false, false, false, true])
})

test.each([
  [square, '4 corners, about 40 square miles'],
  [bowTie, '4 corners, crosses itself: all parts count'],
  [
    square.map(([x, y]): [number, number] => [-79.9 + (x + 79.9) / 10, 32.8 + (y - 32.8) / 10]),
    '4 corners, about 0.4 square miles',
  ],
] satisfies [Ring, string][])('%j is told as "%s"', (ring, words) => expect(ringInWords(ring)).toBe(words))

test('a corner is kept to about a yard, moved and taken away without touching the others', () => {
  expect(cornerAt({ lng: -79.123456789, lat: 32.987654321 })).toEqual([-79.12346, 32.98765])
  expect(withCorner(square, 1, [0, 0])).toEqual([square[0], [0, 0], square[2], square[3]])
  expect(withoutCorner(square, 0)).toEqual(square.slice(1))
})
