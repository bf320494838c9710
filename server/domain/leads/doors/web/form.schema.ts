import { z } from 'zod'
import { leadJson } from './webhook.schema.ts'

/** What the firm's own form adds to the fields of a lead. */
const traps = z.object({
  /** A field that people do not see. */
  website: z.string().max(20_000).catch('something that is no text').default(''),
  /** How long the form was open, in milliseconds. */
  openForMs: z.coerce.number().min(0).max(1e12).nullable().catch(null).default(null),
  /** Where a plain form goes on to. */
  next: z.url().max(2_000).nullable().catch(null).default(null),
})

export const formInput = z.record(z.string(), z.unknown()).transform((sent, context) => {
  const fields = leadJson.safeParse(sent)
  if (fields.success) return { fields: fields.data, ...traps.parse(sent) }
  context.addIssue({ code: 'custom', message: fields.error.issues[0]?.message ?? 'This is not a form.' })
  return z.NEVER
})
export type FormInput = z.output<typeof formInput>
