import { z } from 'zod'
import { plainWords } from '#server/domain/listings/listings.words.ts'
import { AGENT_STATEMENTS } from './consent/consent.words.ts'
import {
  FEATURES,
  PROPERTY_SUB_TYPES,
  PROPERTY_TYPES,
  SEARCH_EVENTS,
  SEARCH_STATUSES,
  USUAL_EVENTS,
} from './criteria.words.ts'
import { audienceSchema } from './recipients/recipients.schema.ts'
import { rhythmSchema } from './rhythm/rhythm.schema.ts'
import { CADENCES } from './rhythm/rhythm.words.ts'

const dollars = z.number().int('Use whole dollars.').min(0).max(1_000_000_000)
const squareFeet = z.number().int().min(0).max(1_000_000)
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Pick a town from the list.')
  .max(60)
const lotSquareFeet = z.number().int().min(0).max(100_000_000)
const year = z.number().int().min(1650, 'Homes here are younger than 1650.').max(2100)
const keyword = z
  .string()
  .max(60, 'A phrase has 60 letters at most.')
  .transform(plainWords)
  .refine((words) => words !== '', 'Use letters or digits.')
const subdivision = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Pick a subdivision from the list.')
  .max(120)
const zip = z.string().regex(/^\d{5}$/, 'A zip code has five digits.')

/** A circle: centre in degrees, radius in miles. */
export const radiusSchema = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  miles: z.number().positive().max(100, 'A circle can reach 100 miles at most.'),
})

/** A centimetre, as finely as anybody draws: products of smaller steps would underflow in the database. */
const degrees = (most: number) =>
  z
    .number()
    .min(-most)
    .max(most)
    .transform((value) => Math.round(value * 1e7) / 1e7)
const corner = z.tuple([degrees(180), degrees(90)])
/** A drawn area: corners as [longitude, latitude]; the last one is joined to the first. */
const ringSchema = z.array(corner).min(3, 'An area needs three corners.').max(100, 'An area has 100 corners at most.')

const RANGES = [
  ['listPriceMin', 'listPriceMax', 'The lowest price is above the highest.'],
  ['livingAreaMin', 'livingAreaMax', 'The smallest area is above the largest.'],
  ['lotSizeMin', 'lotSizeMax', 'The smallest lot is above the largest.'],
  ['yearBuiltMin', 'yearBuiltMax', 'The first year is after the last.'],
] as const

/** What a home has to be. Absent means any; prices in whole dollars, areas in square feet. */
export const criteriaSchema = z
  .object({
    listPriceMin: dollars.optional(),
    listPriceMax: dollars.optional(),
    bedroomsMin: z.number().int().min(0).max(20).optional(),
    bathroomsMin: z.number().min(0).max(20).multipleOf(0.5, 'Baths go in halves: 2 or 2.5.').optional(),
    livingAreaMin: squareFeet.optional(),
    livingAreaMax: squareFeet.optional(),
    lotSizeMin: lotSquareFeet.optional(),
    lotSizeMax: lotSquareFeet.optional(),
    yearBuiltMin: year.optional(),
    yearBuiltMax: year.optional(),
    propertyTypes: z.array(z.enum(PROPERTY_TYPES)).max(PROPERTY_TYPES.length).default([]),
    propertySubTypes: z.array(z.enum(PROPERTY_SUB_TYPES)).max(6).default([]),
    features: z.array(z.enum(FEATURES)).max(FEATURES.length).default([]),
    keywords: z.array(keyword).max(10, 'Ten words or phrases at most.').default([]),
    citySlugs: z.array(slug).max(50).default([]),
    postalCodes: z.array(zip).max(100).default([]),
    subdivisions: z.array(subdivision).max(50).default([]),
    radius: radiusSchema.optional(),
    polygons: z.array(ringSchema).max(5, 'Five areas at most.').default([]),
    statuses: z.array(z.enum(SEARCH_STATUSES)).min(1, 'Pick at least one status.').default(['Active']),
    events: z
      .array(z.enum(SEARCH_EVENTS))
      .min(1, 'Pick at least one reason to write.')
      .default([...USUAL_EVENTS]),
  })
  .superRefine((criteria, { addIssue }) => {
    for (const [from, to, message] of RANGES) {
      const [min, max] = [criteria[from], criteria[to]]
      if (min !== undefined && max !== undefined && min > max) addIssue({ code: 'custom', path: [to], message })
    }
  })
export type Criteria = z.output<typeof criteriaSchema>

const name = z.string().trim().min(1, 'Give the search a name.').max(120)
const searchId = z.uuid()

const filters = z.object({
  q: z.string().trim().max(100).optional(),
  state: z.enum(['active', 'off', 'needsLook']).optional(),
  cadence: z.enum(CADENCES).optional(),
  contactId: z.uuid().optional(),
})
export const listSearchesSchema = filters.extend({ cursor: z.string().max(200).optional() })
export const homesShownSchema = z.object({ contactId: z.uuid() })
export const searchByIdSchema = z.object({ searchId })
export const createSearchSchema = z.object({
  contactId: z.uuid(),
  name,
  criteria: criteriaSchema,
  /** At once and without an agent's word unless it says otherwise. */
  rhythm: rhythmSchema.optional(),
  /** Who gets it besides the contact; absent: nobody. */
  audience: audienceSchema.optional(),
  /** Send the homes that fit now; else it starts silent: only what changes from now on is told. */
  firstSend: z.boolean().optional(),
  /** How the agent knows that the person wants it. */
  statement: z.enum(AGENT_STATEMENTS).optional(),
})
export const reviseSearchSchema = z.object({
  searchId,
  name,
  criteria: criteriaSchema,
  /** Absent: as it was. */
  rhythm: rhythmSchema.optional(),
  audience: audienceSchema.optional(),
  /** Send the homes that fit now and were not shown of late. */
  firstSend: z.boolean().optional(),
  /** The version the editor was opened on: somebody else's change in between is not overwritten. */
  basedOnVersion: z.number().int().min(1),
})
export const setSearchActiveSchema = z.object({ searchId, active: z.boolean() })
export const removeSearchSchema = z.object({ searchId })

/** As many alerts as one order may change. */
export const MOST_AT_ONCE = 1_000
const ids = z.array(z.uuid()).min(1).max(MOST_AT_ONCE)
/** Those that were picked, or all that the filters find, the most recently changed first. */
const which = z.union([z.strictObject({ ids }), z.strictObject({ filters })])
export const setActiveOfManySchema = z.object({ which, active: z.boolean() })
export const removeManySearchesSchema = z.object({ which })
export const restoreManySearchesSchema = z.object({ ids })

export const previewSchema = z.object({ criteria: criteriaSchema })

export type SearchFilters = z.output<typeof filters>
export type WhichSearches = z.output<typeof which>
export type ListSearchesInput = z.output<typeof listSearchesSchema>
export type CreateSearchInput = z.output<typeof createSearchSchema>
export type ReviseSearchInput = z.output<typeof reviseSearchSchema>
