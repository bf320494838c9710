import { z } from 'zod'
import { PROPERTY_SUB_TYPES } from '#server/domain/alerts/criteria.words.ts'
import { email, personName } from '../leads.people.schema.ts'
import { LEAD_TYPES } from './doors.words.ts'

export const MOST_MESSAGE = 4_000
export const MOST_TAGS = 20
export const tag = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40)

/**
 * A lead as any door hands it in: one shape, whatever it was made out of. Stored beside the raw input, so that what is
 * held back can be let in later exactly as it was read.
 */
export const leadDraft = z.object({
  wants: z.enum(['Question', 'Showing']),
  fullName: personName,
  email: email.nullable(),
  phone: z.string().max(40).nullable(),
  message: z.string().max(MOST_MESSAGE).nullable(),
  /** Our listing key or the MLS number, as it was given. */
  home: z.string().max(600).nullable(),
  address: z.string().max(200).nullable(),
  proposedTimes: z.array(z.iso.datetime()).max(3),
  /** The words beside a box that they ticked. */
  consentText: z.string().nullable(),
  leadType: z.enum(LEAD_TYPES).nullable(),
  tags: z.array(tag).max(MOST_TAGS),
  /** Whole cents. */
  priceCents: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable(),
  citySlug: z.string().min(1).max(80).nullable(),
  postalCode: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  propertySubType: z.enum(PROPERTY_SUB_TYPES).nullable(),
  /** The agent whom the source names; heard only where the source is trusted. */
  agentEmail: email.nullable(),
})
export type LeadDraft = z.output<typeof leadDraft>
