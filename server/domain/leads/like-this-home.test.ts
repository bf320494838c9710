import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeThisHome } from './like-this-home.ts'
import { localOf, momentOf, timesInWords } from './times.words.ts'

test('a search like a home finds that home, and others near its price', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50_000_000 }), fc.integer({ min: 0, max: 12 }), (dollars, beds) => {
      const home = { citySlug: 'mount-pleasant', propertySubType: 'Townhouse' as const, bedroomsTotal: beds }
      const criteria = likeThisHome({ ...home, listPriceCents: BigInt(dollars) * 100n })
      expect(criteria.listPriceMin).toBeLessThanOrEqual(dollars)
      expect(criteria.listPriceMax).toBeGreaterThanOrEqual(dollars)
      expect(criteria.bedroomsMin ?? 0).toBeLessThanOrEqual(beds)
      expect(criteria).toMatchObject({ citySlugs: ['mount-pleasant'], propertySubTypes: ['Townhouse'] })
    }),
  )
})

test('proposed times are said on the clock of the home, the earliest first', () => {
  const times = [new Date('2026-11-28T19:00:00Z'), new Date('2026-11-27T15:30:00Z')]
  expect(timesInWords(times)).toEqual(['Friday, Nov 27 at 10:30 AM', 'Saturday, Nov 28 at 2 PM'])
})

test('a time of a form is on the clock of the home, also in the night in which the clocks change', () => {
  expect(momentOf('2026-11-28T14:00')).toEqual(new Date('2026-11-28T19:00:00Z'))
  expect(momentOf('2026-07-04T09:30')).toEqual(new Date('2026-07-04T13:30:00Z'))
  expect([momentOf(''), momentOf('tomorrow'), momentOf('2026-13-40T10:00')]).toEqual([null, null, null])
  const anyMinute = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(anyMinute, (date) => {
      const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000)
      const back = momentOf(localOf(minute))?.getTime() ?? 0
      // One hour of the year is there twice, and a wall clock can't say which of them is meant.
      expect([0, 3_600_000]).toContain(Math.abs(back - minute.getTime()))
    }),
  )
})
