import { expect, test } from 'vitest'
import { type AlertHome, alsoOpenInWords, changeInWords, factsInWords, subjectOf } from './alert-mail.view.ts'

const home = (over: Partial<AlertHome> = {}): AlertHome => ({
  listingKey: 'k',
  mlsNumber: '26000001',
  url: 'http://localhost/homes/k',
  photoUrl: null,
  kind: 'New',
  status: 'Active',
  visits: [],
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

const saturday = 'Saturday, Nov 28, 2–4 PM'
const sunday = 'Sunday, Nov 29, 1–3 PM'

test('a home that is told for another reason says when it is open, too; one open house is said once', () => {
  expect(alsoOpenInWords(home({ visits: [saturday] }))).toBe(`Open house ${saturday}`)
  expect(alsoOpenInWords(home())).toBeNull()
  expect(alsoOpenInWords(home({ kind: 'OpenHouse', visits: [saturday] }))).toBeNull()
})

test.each([
  [home(), 'New'],
  [home({ kind: 'BackOnMarket' }), 'Back on the market'],
  [home({ kind: 'PriceDrop', reducedBy: 15_000 }), 'Reduced by $15,000'],
  [home({ kind: 'MovedIntoRange' }), 'Moved into your price range'],
  [home({ kind: 'StatusChange', status: 'ActiveUnderContract' }), 'Now under contract'],
  [home({ kind: 'StatusChange', status: 'Closed' }), 'Sold'],
  [home({ kind: 'OpenHouse', visits: [saturday] }), 'Open house Saturday, Nov 28, 2–4 PM'],
  [home({ kind: 'OpenHouse', visits: [saturday, sunday] }), `Open house ${saturday} and ${sunday}`],
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
  [
    { homes: [home({ kind: 'OpenHouse', visits: [saturday] })], more: [home({ kind: 'MovedIntoRange' })] },
    '2 homes for you: 1 moved into your price range, 1 with an open house',
  ],
])('the subject names the one home, or counts several (%#)', (given, words) => {
  expect(subjectOf({ ...given, copyOf: null })).toBe(words)
  expect(subjectOf({ ...given, copyOf: 'You get a copy.' })).toBe(`Copy: ${words}`)
})
