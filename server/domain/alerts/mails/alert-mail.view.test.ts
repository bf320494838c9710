import { expect, test } from 'vitest'
import { type AlertHome, changeInWords, factsInWords, subjectOf } from './alert-mail.view.ts'

const home = (over: Partial<AlertHome> = {}): AlertHome => ({
  listingKey: 'k',
  mlsNumber: '26000001',
  url: 'http://localhost/homes/k',
  photoUrl: null,
  kind: 'New',
  price: 425_000,
  reducedBy: null,
  beds: 3,
  baths: 2.5,
  areaSqFt: 2140,
  address: '12 Marsh Lane, Mount Pleasant, SC 29464',
  listedBy: 'Palmetto Coast Realty',
  because: [],
  ...over,
})

test.each([
  [home(), 'New'],
  [home({ kind: 'BackOnMarket' }), 'Back on the market'],
  [home({ kind: 'PriceDrop', reducedBy: 15_000 }), 'Reduced by $15,000'],
])('the change is said in words (%#)', (given, words) => expect(changeInWords(given)).toBe(words))

test.each([
  [home(), '3 beds · 2.5 baths · 2,140 sq ft'],
  [home({ beds: 1, baths: 1, areaSqFt: null }), '1 bed · 1 bath'],
  [home({ beds: 0, baths: 0, areaSqFt: 900 }), '900 sq ft'],
])('the facts leave out what is not there (%#)', (given, words) => expect(factsInWords(given)).toBe(words))

test.each([
  [{ homes: [home()], more: [] }, 'New: 12 Marsh Lane, $425,000'],
  [
    { homes: [home(), home({ kind: 'PriceDrop' }), home({ kind: 'PriceDrop' })], more: [] },
    '3 homes for you: 1 new, 2 reduced',
  ],
  [{ homes: [home(), home()], more: [home({ kind: 'PriceDrop' })] }, '3 homes for you: 2 new, 1 reduced'],
])('the subject names the one home, or counts several (%#)', (given, words) => expect(subjectOf(given)).toBe(words))
