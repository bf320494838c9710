import { expect, test } from 'vitest'
import { anyCriteria } from './_draft.ts'
import { askablePrices } from './_draft-check.ts'
import { barsInWords } from './_prices.words.ts'

test('the picture of prices is told in words, and asked for without what is only half typed', () => {
  expect(
    barsInWords([
      { fromDollars: 400_000, toDollars: 425_000, count: 1 },
      { fromDollars: 425_000, toDollars: null, count: 3 },
    ]),
  ).toBe('4 homes by price, most of them from $425k up')
  expect(barsInWords([])).toBe('No homes')
  const criteria = { ...anyCriteria, bedroomsMin: 3, listPriceMin: 9, listPriceMax: 1 }
  expect(askablePrices(criteria)).toEqual({ ...anyCriteria, bedroomsMin: 3 })
  expect(askablePrices({ ...criteria, postalCodes: ['2'] })).toEqual(anyCriteria)
})
