import { z } from 'zod'

const PROPERTY_SUB_TYPES = [
  'SingleFamilyResidence',
  'Townhouse',
  'Condominium',
  'ManufacturedHome',
  'Duplex',
  'UnimprovedLand',
] as const
const STATUSES = [
  'Active',
  'ActiveUnderContract',
  'Pending',
  'ComingSoon',
  'Hold',
  'Withdrawn',
  'Canceled',
  'Expired',
  'Closed',
  'Incomplete',
] as const
const SORTS = ['newest', 'cheapest', 'dearest'] as const

/** PostgreSQL refuses a NUL byte; so do we, before it becomes an error of ours. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !value.includes('\u0000'), 'That is not text.')

const dollars = z.number().int().min(0).max(1_000_000_000).optional()
const squareFeet = z.number().int().min(0).max(100_000_000).optional()
const latitude = z.number().min(-90).max(90)
const longitude = z.number().min(-180).max(180)

/** What a home has to be to be shown. Absent or empty means any; prices in whole dollars, areas in square feet. */
const filters = z.object({
  /** Part of a street, or the beginning of an MLS number. */
  q: text(100).optional(),
  listPriceMin: dollars,
  listPriceMax: dollars,
  bedroomsMin: z.number().int().min(0).max(1_000_000).optional(),
  bathroomsMin: z.number().min(0).max(100).optional(),
  livingAreaMin: squareFeet,
  livingAreaMax: squareFeet,
  propertySubTypes: z.array(z.enum(PROPERTY_SUB_TYPES)).max(PROPERTY_SUB_TYPES.length).default([]),
  citySlugs: z.array(text(60)).max(50).default([]),
  postalCodes: z.array(text(5)).max(100).default([]),
  /** Empty: whatever is for sale, or, when somebody asks for a street or number, whatever there is. */
  statuses: z.array(z.enum(STATUSES)).max(STATUSES.length).default([]),
  /** The part of the map that is looked at. */
  box: z.object({ south: latitude, west: longitude, north: latitude, east: longitude }).optional(),
})

export const listListingsInput = filters.extend({
  sort: z.enum(SORTS).default('newest'),
  cursor: z.string().max(200).nullish(),
})
export const findPinsInput = filters
export const priceHistogramInput = filters
export const listingByIdInput = z.object({ listingId: z.uuid() })
export const publicListingInput = z.object({ listingKey: text(600) })

export type ListingFilters = z.output<typeof filters>
export type ListListingsInput = z.output<typeof listListingsInput>
export type ListingSort = (typeof SORTS)[number]
