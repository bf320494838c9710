import { z } from 'zod'
import { preferencesSchema } from '../preferences.schema.ts'
import { VERDICTS } from './portal.words.ts'

/** How long a pause lasts. */
export const PAUSE_DAYS = 30

const { token } = preferencesSchema.shape

export const portalHomesInput = z.object({ token })
export const verdictOfInput = z.object({ token, listingKey: z.string().min(1).max(200) })
export const setVerdictInput = z.object({
  token,
  listingId: z.uuid(),
  /** Null takes the verdict back. */
  verdict: z.enum(VERDICTS).nullable(),
  /** Where it was said: among the homes of the portal, or on the page of the home. */
  origin: z.enum(['portal', 'home']),
})
export const pauseSearchInput = z.object({ token, searchId: z.uuid(), paused: z.boolean() })
export const requestLinkInput = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('Write it like name@example.com.')),
})
export const renewLinkInput = z.object({ token })
export const verdictsOfContactInput = z.object({ contactId: z.uuid() })

export type SetVerdictInput = z.output<typeof setVerdictInput>
