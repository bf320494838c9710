import { z } from 'zod'
import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { email, oneLine, personName } from '../leads.people.schema.ts'

/** Somebody asks for alerts on our own pages. */
export const saveSearchInput = z.object({
  email,
  fullName: personName,
  /** What they look for, as saved searches say it. */
  criteria: criteriaSchema,
  /** The words that stood beside the button: `SIGN_UP_CONSENT`. */
  consentText: oneLine(500).min(10, 'Say what they agree to.'),
})
export type SaveSearchInput = z.output<typeof saveSearchInput>

/** The key of a confirmation mail. */
export const signUpLinkInput = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/) })
