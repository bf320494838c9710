import { z } from 'zod'
import { CONTACT_STAGES } from '#server/domain/contacts/contacts.schema.ts'

/** What the address of the contacts page can hold. A value that makes no sense counts as not there. */
const urlSchema = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  stage: z.enum(CONTACT_STAGES).optional().catch(undefined),
  agentId: z.uuid().optional().catch(undefined),
})

export type ContactFilters = z.output<typeof urlSchema>

/** Page address -> filters. Takes the browser's parameters and the server's alike. */
export const readFilters = (params: Iterable<[string, string]>): ContactFilters =>
  urlSchema.parse(Object.fromEntries(params))
