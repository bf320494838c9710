import { z } from 'zod'
import { DOORS } from '../doors/doors.words.ts'
import { LEAD_KINDS } from '../leads.words.ts'
import { INBOX_STATES } from './inbox.words.ts'

export const listLeadsInput = z.object({
  state: z.enum(INBOX_STATES).optional(),
  kind: z.enum(LEAD_KINDS).optional(),
  door: z.enum(DOORS).optional(),
  /** Those that one has oneself; an assistant those of their agent. */
  isMine: z.boolean().optional(),
  /** People who were in nobody's book before. */
  isNew: z.boolean().optional(),
  cursor: z.uuid().nullish(),
})
export const leadInput = z.object({ inquiryId: z.uuid() })
export const giveLeadInput = z.object({ inquiryId: z.uuid(), agentId: z.uuid() })
export const putIntoPondInput = z.object({ inquiryId: z.uuid(), pondId: z.uuid() })
export const leadsOfContactInput = z.object({ contactId: z.uuid() })
export const setAnsweredInput = z.object({ inquiryId: z.uuid(), answered: z.boolean() })
export const makeAlertInput = z.object({ inquiryId: z.uuid() })
export const setDefaultPersonInput = z.object({ personId: z.uuid() })

export type ListLeadsInput = z.output<typeof listLeadsInput>
