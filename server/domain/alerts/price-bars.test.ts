import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BUCKET_DOLLARS, toBars } from './price-bars.ts'

test('no homes, no bars; one home, one bar', () => {
  expect(toBars([])).toEqual([])
  expect(toBars([{ bucket: 17, count: 1 }])).toEqual([{ fromDollars: 425_000, toDollars: 450_000, count: 1 }])
})

test('the dearest few stand in the last bar, and the others keep their places', () => {
  const bars = toBars([
    { bucket: 400, count: 1 },
    ...Array.from({ length: 20 }, (_, bucket) => ({ bucket: bucket + 8, count: 5 })),
  ])
  expect(bars[0]).toEqual({ fromDollars: 200_000, toDollars: 225_000, count: 5 })
  expect(bars.at(-1)).toEqual({ fromDollars: 675_000, toDollars: null, count: 6 })
})

test('whatever the prices: few bars, of one width, without gaps, and every home in one of them', () => {
  const bucket = fc.record({ bucket: fc.nat({ max: 2_000 }), count: fc.integer({ min: 1, max: 50 }) })
  fc.assert(
    fc.property(
      fc.uniqueArray(bucket, { selector: ({ bucket }) => bucket, minLength: 1, maxLength: 60 }),
      (buckets) => {
        const bars = toBars(buckets)
        expect(bars.length).toBeLessThanOrEqual(28)
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(buckets.reduce((sum, { count }) => sum + count, 0))
        for (const [index, { toDollars }] of bars.slice(0, -1).entries()) {
          expect(toDollars).toBe(bars[index + 1]?.fromDollars)
        }
        const cheapest = Math.min(...buckets.map((each) => each.bucket)) * BUCKET_DOLLARS
        expect(bars[0]?.fromDollars).toBeLessThanOrEqual(cheapest)
        expect(bars[0]?.toDollars ?? Number.POSITIVE_INFINITY).toBeGreaterThan(cheapest)
      },
    ),
  )
})
