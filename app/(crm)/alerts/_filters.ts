import { z } from 'zod'

/** What the address of the alerts page can hold. A value that makes no sense counts as not there. */
const urlSchema = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  state: z.enum(['active', 'off']).optional().catch(undefined),
})

export type AlertFilters = z.output<typeof urlSchema>

/** Page address -> filters. Takes the browser's parameters and the server's alike. */
export const readFilters = (params: Iterable<[string, string]>): AlertFilters =>
  urlSchema.parse(Object.fromEntries(params))
