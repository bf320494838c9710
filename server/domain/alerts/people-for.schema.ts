import { z } from 'zod'
import { findPinsInput } from '#server/domain/listings/listings.schema.ts'

export const peopleForHomeSchema = z.object({
  listingId: z.uuid(),
  /** How many people were shown before; the list ends at about a thousand. */
  cursor: z.number().int().min(0).max(1_001).nullish(),
})
export const whyForNobodySchema = z.object({ listingId: z.uuid() })
/** The filters of the listings page: whoever looks for one of those homes. */
export const peopleForHomesSchema = findPinsInput

export type PeopleForHomeInput = z.output<typeof peopleForHomeSchema>
