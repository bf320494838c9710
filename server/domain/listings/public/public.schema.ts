import { z } from 'zod'
import { LONGEST_AREAS, type Ring, readAreas } from '../areas.words.ts'
import { FEATURES } from '../features.words.ts'
import { findPinsInput, listListingsInput, text } from '../listings.schema.ts'
import { PUBLIC_STATUSES } from './public.words.ts'

/** Drawn areas, as `writeAreas` spells them. */
const areas = z
  .string()
  .max(LONGEST_AREAS)
  .transform((word, check): Ring[] => {
    const rings = readAreas(word)
    if (rings) return rings
    check.addIssue({ code: 'custom', message: 'This is no drawn area.' })
    return z.NEVER
  })
  .optional()

/** What anybody may ask of homes: only what a public page tells of each of them, so that no answer tells more. */
const filters = findPinsInput.omit({ q: true, statuses: true, citySlugs: true, postalCodes: true }).extend({
  citySlugs: z.array(text(60)).max(20).default([]),
  postalCodes: z.array(text(5)).max(20).default([]),
  subdivisions: z.array(text(120)).max(20).default([]),
  areas,
  features: z.array(z.enum(FEATURES)).max(FEATURES.length).default([]),
  lotSizeMin: z.number().int().min(0).max(100_000_000).optional(),
  yearBuiltMin: z.number().int().min(1650).max(2100).optional(),
  /** Empty: what one can still buy. */
  statuses: z.array(z.enum(PUBLIC_STATUSES)).max(PUBLIC_STATUSES.length).default([]),
})

export const searchHomesInput = filters.extend({
  sort: listListingsInput.shape.sort,
  cursor: listListingsInput.shape.cursor,
})
export const homesOnMapInput = filters
export const homePricesInput = filters
export const relaxHomesInput = filters
/** As many as share one point, or nearly: a building of condos. More ids would not fit an address. */
export const homeCardsInput = z.object({ ids: z.array(z.uuid()).min(1).max(24) })
export const findPlacesInput = z.object({ q: text(60) })
export const similarHomesInput = z.object({ listingKey: text(600) })

export type PublicFilters = z.output<typeof filters>
export type SearchHomesInput = z.output<typeof searchHomesInput>
