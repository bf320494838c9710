import type { ListingInput } from './listings.bulk.ts'

const LISTED = new Date(Date.UTC(2026, 10, 20, 12))
let serial = 0

/** A townhouse on Folly Beach as a source tells it, each with a key of its own. */
export const aListingInput = (over: Partial<ListingInput> = {}): ListingInput => {
  serial += 1
  return {
    listingKey: `key-${serial}`,
    listingId: `M${serial}`,
    standardStatus: 'Active',
    mlsStatus: 'ACT',
    propertyType: 'Residential',
    propertySubType: 'Townhouse',
    listPriceCents: 40_000_000,
    originalListPriceCents: 40_000_000,
    closePriceCents: null,
    bedroomsTotal: 3,
    bathroomsFull: 2,
    bathroomsHalf: 1,
    livingAreaSqFt: 1_900,
    lotSizeSquareFeet: null,
    yearBuilt: 1999,
    streetAddress: '4 Pelican Way',
    unitNumber: null,
    city: 'Folly Beach',
    citySlug: 'folly-beach',
    stateOrProvince: 'SC',
    postalCode: '29439',
    subdivisionName: null,
    latitude: 32.65,
    longitude: -79.94,
    publicRemarks: 'Steps to the sand.',
    features: [],
    openHouses: [],
    photoUrls: ['http://photos.test/1.jpg'],
    internetEntireListingDisplayYN: true,
    internetAddressDisplayYN: true,
    listAgentId: null,
    listOfficeName: 'Palmetto Coast Realty',
    onMarketTimestamp: LISTED,
    modificationTimestamp: LISTED,
    changeKey: `first-${serial}`,
    ...over,
  }
}
