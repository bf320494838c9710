import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandInWords, headlineOf, type Need, needInLines } from './offer.words.ts'
import { needOf } from './offer-view.queries.ts'

const need = (over: Partial<Need> = {}): Need => ({
  ...{ kind: 'General', leadType: 'Buyer', priceCents: null, town: null, postalCode: null, propertySubType: null },
  ...{ perMonth: false, wantsVisitAt: 0, ...over },
})

test.each<[Partial<Need>, string]>([
  [{}, 'Somebody wants to buy'],
  [{ leadType: 'Seller', town: 'Beaufort' }, 'Somebody wants to sell in Beaufort'],
  [{ leadType: null }, 'Somebody got in touch'],
  [{ kind: 'Showing', town: 'Mount Pleasant' }, 'Somebody wants to see a home in Mount Pleasant'],
])('what is wanted is said in one line', (over, said) => {
  expect(headlineOf(need(over))).toBe(said)
})

test('a price is said as a band that tells no home; a rent by the month', () => {
  const priceOf = (over: Partial<Need>) => needInLines(need(over)).find(({ label }) => label === 'Price')?.value
  expect(priceOf({ priceCents: 61_234_500 })).toBe('around $600,000')
  expect(priceOf({ priceCents: 245_000, leadType: 'Renter', perMonth: true })).toBe('around $2,500 a month')
  expect(priceOf({})).toBeUndefined()
  const asked = { kind: 'Question', priceCents: null, citySlug: null, postalCode: null, propertySubType: null } as const
  const ofHome = needOf({
    ...{ ...asked, leadType: 'Renter', proposedTimes: [] },
    listing: { listPriceCents: 42_500_000n, city: 'Beaufort', postalCode: '29902', propertySubType: 'Duplex' },
  })
  expect(priceOf(ofHome)).toBe('around $450,000')
  expect(
    priceOf(needOf({ ...asked, leadType: 'Renter', proposedTimes: [], listing: null, priceCents: 240_000n })),
  ).toBe('around $2,500 a month')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (cents) => {
      const dollars = Number(bandInWords(cents).replace(/\D/g, ''))
      expect(dollars % 50_000).toBe(0)
      expect(Math.abs(dollars - cents / 100)).toBeLessThanOrEqual(50_000)
    }),
  )
})
