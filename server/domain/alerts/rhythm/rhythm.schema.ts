import { z } from 'zod'
import { CADENCES } from './rhythm.words.ts'

/** How often a search writes, and whether an agent looks first. */
export const rhythmSchema = z.object({ cadence: z.enum(CADENCES), conciergeYN: z.boolean() })
export type SearchRhythmInput = z.output<typeof rhythmSchema>
export const setRhythmSchema = rhythmSchema.extend({ searchId: z.uuid() })
export const listApprovalsSchema = z.object({ contactId: z.uuid().optional() })
/** The homes that go out; without them all of it does. */
export const approveSchema = z.object({
  holdId: z.uuid(),
  listingIds: z.array(z.uuid()).min(1, 'Pick at least one home, or skip them all.').max(500).optional(),
})
export const holdSchema = z.object({ holdId: z.uuid() })

export type SetRhythmInput = z.output<typeof setRhythmSchema>
export type ApproveInput = z.output<typeof approveSchema>
