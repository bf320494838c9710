import type { PropertySubType, StandardStatus } from '#server/generated/prisma/enums.ts'

/** What a card needs to know about a home. */
export type HomeSummary = {
  id: string
  standardStatus: StandardStatus
  propertySubType: PropertySubType
  listPriceCents: number
  previousListPriceCents: number | null
  bedroomsTotal: number
  bathroomsFull: number
  bathroomsHalf: number
  livingAreaSqFt: number | null
  streetAddress: string
  unitNumber: string | null
  city: string
  postalCode: string
  latitude: number | null
  longitude: number | null
  photoUrl: string | null
  onMarketTimestamp: Date
}
