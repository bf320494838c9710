import { expect, test } from 'vitest'
import { listedBy, shareDescription, shareTitle } from './_share.words.ts'

const home = {
  ...{ listPriceCents: 73_990_000, streetAddress: '1886 Tern Hollow Road', unitNumber: null, city: 'Isle of Palms' },
  ...{ postalCode: '29451', subdivisionName: 'Wild Dunes', propertySubType: 'SingleFamilyResidence' as const },
  ...{ bedroomsTotal: 5, bathroomsFull: 4, bathroomsHalf: 1, livingAreaSqFt: 3_172, listOfficeName: 'Summerville' },
  office: { name: 'Summerville', phone: '(843) 555-0100', postalAddress: '1 Main Street' },
}

test('a shared link says the price, the street and the facts', () => {
  expect(shareTitle(home)).toBe('$739,900 · 1886 Tern Hollow Road, Isle of Palms')
  expect(shareDescription(home, 'Palmetto')).toBe(
    'Single-family home, 5 beds, 4.5 baths, 3,172 sq ft, in Wild Dunes, Isle of Palms, SC 29451. Photos, facts, price and an agent who answers. Listed by Palmetto, Summerville office.',
  )
})

test('a withheld street stands nowhere in it, nor does the neighborhood', () => {
  const withheld = { ...home, streetAddress: null }
  expect(shareTitle(withheld)).toBe('$739,900 · Single-family home in Isle of Palms')
  expect(shareDescription(withheld, 'Palmetto')).not.toContain('Wild Dunes')
})

test('land has no rooms to tell of', () => {
  const land = {
    ...home,
    propertySubType: 'UnimprovedLand' as const,
    bedroomsTotal: 0,
    bathroomsFull: 0,
    bathroomsHalf: 0,
  }
  expect(shareDescription({ ...land, livingAreaSqFt: null }, 'Palmetto')).toMatch(/^Land, in Wild Dunes/)
})

test('a home that another firm lists is said to be theirs, also when an agent of ours is asked', () => {
  expect(listedBy({ ...home, listOfficeName: 'Harbor Homes' }, 'Palmetto')).toBe('Harbor Homes')
  expect(listedBy({ office: null, listOfficeName: 'Harbor Homes' }, 'Palmetto')).toBe('Harbor Homes')
})
