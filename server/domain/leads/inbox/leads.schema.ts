import { z } from 'zod'
import { LEAD_KINDS, LEAD_STATES } from '../leads.words.ts'

export const listLeadsInput = z.object({
  state: z.enum(LEAD_STATES).optional(),
  kind: z.enum(LEAD_KINDS).optional(),
  /** People who were in nobody's book before. */
  isNew: z.boolean().optional(),
  cursor: z.uuid().nullish(),
})
export const leadsOfContactInput = z.object({ contactId: z.uuid() })
export const setAnsweredInput = z.object({ inquiryId: z.uuid(), answered: z.boolean() })
export const makeAlertInput = z.object({ inquiryId: z.uuid() })
export const setDefaultPersonInput = z.object({ personId: z.uuid() })

export type ListLeadsInput = z.output<typeof listLeadsInput>
