import { z } from 'zod'
import { AUDIT_GROUP_NAMES } from './audit.words.ts'

export const listDeedsInput = z.object({
  group: z.enum(AUDIT_GROUP_NAMES).optional(),
  actorId: z.uuid().optional(),
  /** Whom it was done to. */
  personId: z.uuid().optional(),
  cursor: z.uuid().nullish(),
})
export type ListDeedsInput = z.output<typeof listDeedsInput>

const id = z.string().nullish()
/** Rows never change: what an older release wrote is read as far as this one knows it. */
export const auditFieldsSchema = z
  .object({
    role: z.enum(['owner', 'admin', 'manager', 'teamLead', 'agent', 'assistant']).optional().catch(undefined),
    officeId: z.string().optional(),
    ...{ teamId: id, assistsId: id, successorId: id, reason: id },
    ...{ contacts: z.number().optional(), sessions: z.number().optional() },
    name: z.string().optional(),
    state: z.enum(['queued', 'sending', 'sent', 'failed', 'suppressed', 'unknown']).optional().catch(undefined),
    runId: z.string().optional(),
    records: z.number().optional(),
    stage: z
      .enum(['prospect', 'active', 'offer', 'underContract', 'closing', 'closed', 'lost'])
      .optional()
      .catch(undefined),
    master: z.enum(['legacy', 'both', 'palmetto']).optional().catch(undefined),
  })
  .catch({})
