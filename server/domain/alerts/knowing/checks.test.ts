import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOf } from '#server/domain/listings/listings.tokens.ts'
import { keywordTextOf } from '#server/domain/listings/listings.words.ts'
import { fits } from '../matching/plain-reading.ts'
import { type Round, roundArb } from '../matching/rounds.arbitrary.ts'
import { criteriaSchema } from '../searches.schema.ts'
import { type CheckedHome, checkHome } from './checks.ts'

const checked = ({ subdivisionName, publicRemarks, ...listing }: Round['home']['listing']): CheckedHome => ({
  ...listing,
  features: [...listing.features],
  subdivisionName,
  city: 'Mount Pleasant',
  subdivisionSlug: subdivisionName === null ? null : slugOf(subdivisionName),
  keywordText: keywordTextOf([publicRemarks, subdivisionName]),
})

test('a home passes all checks exactly when a plain reading of the search finds it', () => {
  let fitting = 0
  fc.assert(
    fc.property(roundArb, ({ criteria, home: { listing } }) => {
      const shown = { ...listing, internetEntireListingDisplayYN: true }
      const passes = checkHome(criteria, checked(listing)).every(({ holds }) => holds)
      expect(passes).toBe(fits(criteria, shown))
      if (passes) fitting += 1
    }),
    { numRuns: 1_000, seed: 20_261_121 },
  )
  expect(fitting, 'homes that never fit prove little').toBeGreaterThan(100)
})

const home: CheckedHome = {
  standardStatus: 'Pending',
  listPriceCents: 64_000_000n,
  bedroomsTotal: 2,
  bathroomsFull: 2,
  bathroomsHalf: 1,
  livingAreaSqFt: 1_850,
  lotSizeSquareFeet: null,
  yearBuilt: 1998,
  propertyType: 'Residential',
  propertySubType: 'Townhouse',
  features: ['Pool'],
  keywordText: ' a quiet street by the marsh ',
  city: 'Mount Pleasant',
  citySlug: 'mount-pleasant',
  postalCode: '29464',
  subdivisionName: 'Old Village',
  subdivisionSlug: 'old-village',
  latitude: 32.8,
  longitude: -79.87,
}

test.each([
  [{ listPriceMax: 600_000 }, 'price', 'up to $600,000', '$640,000', false],
  [{ listPriceMin: 500_000, listPriceMax: 700_000 }, 'price', '$500,000 to $700,000', '$640,000', true],
  [{ bedroomsMin: 3 }, 'bedrooms', '3 or more', '2', false],
  [{ bathroomsMin: 2.5 }, 'bathrooms', '2.5 or more', '2.5', true],
  [{ lotSizeMin: 8_000 }, 'lotSize', '8,000 sq ft or more', 'not said', false],
  [{ yearBuiltMin: 2000 }, 'yearBuilt', '2000 or later', '1998', false],
  [
    { citySlugs: ['folly-beach'], postalCodes: ['29401'] },
    'area',
    'Folly Beach or 29401',
    'Old Village, Mount Pleasant, 29464',
    false,
  ],
  [{ subdivisions: ['old-village'] }, 'area', 'Old Village', 'Old Village, Mount Pleasant, 29464', true],
  [
    { radius: { latitude: 32.8, longitude: -79.87, miles: 1 } },
    'area',
    'within 1 mile of the point',
    'Old Village, Mount Pleasant, 29464',
    true,
  ],
  [{ propertySubTypes: ['Condominium' as const] }, 'propertySubType', 'condos', 'townhouses', false],
  [{ features: ['Pool' as const, 'Dock' as const] }, 'features', 'pool and dock', 'pool', false],
  [
    { keywords: ['marsh', 'quiet street'] },
    'keywords',
    '“marsh” and “quiet street”',
    '“marsh” and “quiet street”',
    true,
  ],
  [{ keywords: ['mars'] }, 'keywords', '“mars”', 'none of them', false],
  [{ statuses: ['Active' as const, 'ComingSoon' as const] }, 'status', 'for sale or coming soon', 'pending', false],
])('%j is told as %s: asks %s, has %s', (asked, criterion, words, has, holds) => {
  const checks = checkHome(criteriaSchema.parse({ statuses: ['Pending'], ...asked }), home)
  expect(checks.find((check) => check.criterion === criterion)).toEqual({ criterion, asked: words, has, holds })
})

test('what a search does not ask for is not held against a home', () => {
  const checks = checkHome(criteriaSchema.parse({ bedroomsMin: 2, statuses: ['Pending'] }), home)
  expect(checks.map(({ criterion }) => criterion)).toEqual(['status', 'bedrooms'])
})
