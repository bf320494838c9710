import { z } from 'zod'
import { preferencesSchema } from '../preferences.schema.ts'
import { CADENCES } from '../rhythm/rhythm.words.ts'
import { VERDICTS } from './portal.words.ts'

/** How long a pause lasts. */
export const PAUSE_DAYS = 30

const { token } = preferencesSchema.shape

export const portalHomesInput = z.object({ token })
/** The homes of one mail, from the `cursor`th on. */
export const mailHomesInput = z.object({
  token,
  mailId: z.uuid(),
  cursor: z.number().int().min(0).max(100_000).optional(),
})
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
export const setCadenceInput = z.object({ token, searchId: z.uuid(), cadence: z.enum(CADENCES) })

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }) !== null
  } catch {
    return false
  }
}
const minutes = z.number().int().min(0).max(1_439)
export const setHoursInput = z.object({
  token,
  /** An IANA zone; null for the firm's own. */
  timeZone: z
    .string()
    .regex(/^[A-Za-z]+(\/[A-Za-z0-9_+-]+){0,2}$/)
    .max(64)
    .refine(isZone, 'Pick a time zone from the list.')
    .nullable(),
  /** When no mail is to come, in minutes after midnight where they live; null for any hour. */
  quiet: z
    .object({ from: minutes, to: minutes })
    .refine(({ from, to }) => from !== to, 'Quiet hours end at another time than they begin.')
    .nullable(),
})
export const requestLinkInput = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('Write it like name@example.com.')),
})
export const renewLinkInput = z.object({ token })
export const verdictsOfContactInput = z.object({ contactId: z.uuid() })

export type SetHoursInput = z.output<typeof setHoursInput>
export type SetVerdictInput = z.output<typeof setVerdictInput>
