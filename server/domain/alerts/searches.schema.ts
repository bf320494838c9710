import { z } from 'zod'

export const PROPERTY_SUB_TYPES = [
  'SingleFamilyResidence',
  'Townhouse',
  'Condominium',
  'ManufacturedHome',
  'Duplex',
  'UnimprovedLand',
] as const
export const SEARCH_STATUSES = ['Active', 'ComingSoon', 'ActiveUnderContract', 'Pending'] as const
export const SEARCH_EVENTS = ['New', 'PriceDrop', 'BackOnMarket'] as const

const dollars = z.number().int('Use whole dollars.').min(0).max(1_000_000_000)
const squareFeet = z.number().int().min(0).max(1_000_000)
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Pick a town from the list.')
  .max(60)
const zip = z.string().regex(/^\d{5}$/, 'A zip code has five digits.')

/** A circle: centre in degrees, radius in miles. */
export const radiusSchema = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  miles: z.number().positive().max(100, 'A circle can reach 100 miles at most.'),
})

/** What a home has to be. Absent means any; prices in whole dollars, areas in square feet. */
export const criteriaSchema = z
  .object({
    listPriceMin: dollars.optional(),
    listPriceMax: dollars.optional(),
    bedroomsMin: z.number().int().min(0).max(20).optional(),
    bathroomsMin: z.number().min(0).max(20).multipleOf(0.5, 'Baths go in halves: 2 or 2.5.').optional(),
    livingAreaMin: squareFeet.optional(),
    livingAreaMax: squareFeet.optional(),
    propertySubTypes: z.array(z.enum(PROPERTY_SUB_TYPES)).max(6).default([]),
    citySlugs: z.array(slug).max(50).default([]),
    postalCodes: z.array(zip).max(100).default([]),
    radius: radiusSchema.optional(),
    statuses: z.array(z.enum(SEARCH_STATUSES)).min(1, 'Pick at least one status.').default(['Active']),
    events: z
      .array(z.enum(SEARCH_EVENTS))
      .min(1, 'Pick at least one reason to write.')
      .default([...SEARCH_EVENTS]),
  })
  .refine(
    ({ listPriceMin, listPriceMax }) =>
      listPriceMin === undefined || listPriceMax === undefined || listPriceMin <= listPriceMax,
    {
      message: 'The lowest price is above the highest.',
      path: ['listPriceMax'],
    },
  )
  .refine(
    ({ livingAreaMin, livingAreaMax }) =>
      livingAreaMin === undefined || livingAreaMax === undefined || livingAreaMin <= livingAreaMax,
    {
      message: 'The smallest area is above the largest.',
      path: ['livingAreaMax'],
    },
  )
export type Criteria = z.output<typeof criteriaSchema>

const name = z.string().trim().min(1, 'Give the search a name.').max(120)
const searchId = z.uuid()

export const listSearchesSchema = z.object({
  q: z.string().trim().max(100).optional(),
  state: z.enum(['active', 'off']).optional(),
  contactId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
})
export const homesShownSchema = z.object({ contactId: z.uuid() })
export const searchByIdSchema = z.object({ searchId })
export const createSearchSchema = z.object({ contactId: z.uuid(), name, criteria: criteriaSchema })
export const reviseSearchSchema = z.object({
  searchId,
  name,
  criteria: criteriaSchema,
  /** The version the editor was opened on: somebody else's change in between is not overwritten. */
  basedOnVersion: z.number().int().min(1),
})
export const setSearchActiveSchema = z.object({ searchId, active: z.boolean() })
export const removeSearchSchema = z.object({ searchId })
export const previewSchema = z.object({ criteria: criteriaSchema })

export type ListSearchesInput = z.output<typeof listSearchesSchema>
export type CreateSearchInput = z.output<typeof createSearchSchema>
export type ReviseSearchInput = z.output<typeof reviseSearchSchema>
