import { expect, test } from 'vitest'
import { countWho } from '../_who.words.ts'
import { alertLikeThis, whyNobody } from './_people.words.ts'

const why = {
  ...{ standardStatus: 'Active', internetEntireListingDisplayYN: true, city: 'Folly Beach', people: 3 },
  ...{ status: 0, dearer: 1, cheaper: 0, rooms: 2, kind: 0 },
}

test('a count that was cut off says that there are more', () => {
  expect(countWho({ people: 27, isCapped: false })).toBe('27 of your people')
  expect(countWho({ people: 1_000, isCapped: true })).toBe('1,000+ of your people')
})

test('a home that fits nobody says what people here want instead, the most frequent wish first', () => {
  expect(whyNobody(why)).toEqual({
    because: '3 of your people look here, but for something else:',
    wishes: ['2 need more rooms', '1 wants to pay less'],
  })
})

test.each([
  [{ internetEntireListingDisplayYN: false }, /off the internet/],
  [{ standardStatus: 'Closed' }, /not for sale/],
  [{ people: 0 }, /None of your people looks for homes in Folly Beach/],
])('one reason is enough: %o', (over, because) => {
  const said = whyNobody({ ...why, ...over })
  expect(said.because).toMatch(because)
  expect(said.wishes).toEqual([])
})

test('an alert like this home is one that this home fits', () => {
  const home = { citySlug: 'folly-beach', listPriceCents: 73_990_000, bedroomsTotal: 5, propertySubType: 'Townhouse' }
  const params = new URLSearchParams(alertLikeThis(home).split('?')[1])
  expect(Number(params.get('listPriceMax')) * 100).toBeGreaterThanOrEqual(home.listPriceCents)
  expect(Object.fromEntries(params)).toMatchObject({
    citySlugs: 'folly-beach',
    bedroomsMin: '5',
    listPriceMax: '775000',
  })
  expect(alertLikeThis({ ...home, bedroomsTotal: 0 })).not.toContain('bedroomsMin')
})
