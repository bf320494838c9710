import { z } from 'zod'
import { MOST_RECIPIENTS, RECIPIENT_KINDS } from './recipients.words.ts'

export const recipientSchema = z.object({
  name: z.string().trim().min(1, 'Say who they are.').max(120),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('Write it like name@example.com.')),
  kind: z.enum(RECIPIENT_KINDS),
})

/** Who gets what a search finds besides its contact: all of them, those who are left out are taken off. */
export const audienceSchema = z.object({
  recipients: z
    .array(recipientSchema)
    .max(MOST_RECIPIENTS, `${MOST_RECIPIENTS} further people at most.`)
    .refine((people) => new Set(people.map(({ email }) => email)).size === people.length, 'Each address once.'),
  /** The agent's word that whoever is new here asked for it. */
  theyAsked: z.boolean(),
  /** RESO BccMeYN. */
  bccMeYN: z.boolean(),
})

export const setRecipientsSchema = audienceSchema.extend({ searchId: z.uuid() })

export type RecipientInput = z.output<typeof recipientSchema>
export type AudienceInput = z.output<typeof audienceSchema>
export type SetRecipientsInput = z.output<typeof setRecipientsSchema>
