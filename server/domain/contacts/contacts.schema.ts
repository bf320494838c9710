import { z } from 'zod'
import { CONTACT_STAGES } from './contacts.words.ts'

// Line breaks and NUL bytes have no place in a name: the first make mail headers, the second stop the database.
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max} characters.`)
    .refine((text) => !/\p{Cc}/u.test(text), 'Keep it on one line.')
const optionalLine = (max: number) =>
  line(max)
    .nullish()
    .transform((text) => text || null)

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'That is too long for an e-mail address.')
  .pipe(z.union([z.literal(''), z.email('Write it like name@example.com.')]))
  .nullish()
  .transform((text) => text || null)

const details = {
  fullName: line(200).min(1, 'Give the contact a name.'),
  email,
  phone: optionalLine(60),
  stage: z.enum(CONTACT_STAGES).default('lead'),
  source: optionalLine(120),
  /** Whose contact it is. Left out: the one who asks, or the agent they assist. */
  agentId: z.uuid().optional(),
}

const filters = z.object({
  /** Part of a name, or a whole e-mail address. */
  q: line(100).optional(),
  stage: z.enum(CONTACT_STAGES).optional(),
  agentId: z.uuid().optional(),
})
export const listContactsInput = filters.extend({ cursor: z.string().max(200).nullish() })
export const contactByIdInput = z.object({ contactId: z.uuid() })
export const contactTimelineInput = z.object({ contactId: z.uuid(), cursor: z.uuid().nullish() })
export const createContactInput = z.object(details)
export const updateContactInput = z.object({
  ...details,
  contactId: z.uuid(),
  /** The contact as the form was opened on: somebody else's change in between is not overwritten. */
  basedOn: z.date().min(new Date('2000-01-01')).max(new Date('2200-01-01')),
})
export const setStageInput = z.object({ contactId: z.uuid(), stage: z.enum(CONTACT_STAGES) })
export const removeContactInput = z.object({ contactId: z.uuid() })

/** As many contacts as one order may change. */
export const MOST_AT_ONCE = 1_000
const ids = z.array(z.uuid()).min(1).max(MOST_AT_ONCE)
/** Those that were picked, or all that the filters find, the most recently changed first. */
const which = z.union([z.strictObject({ ids }), z.strictObject({ filters })])

export const setStageOfManyInput = z.object({ which, stage: z.enum(CONTACT_STAGES) })
export const handOverManyInput = z.object({ which, agentId: z.uuid() })
export const removeManyContactsInput = z.object({ which })
export const restoreManyContactsInput = z.object({ ids })

export type ContactFilters = z.output<typeof filters>
export type WhichContacts = z.output<typeof which>
export type ListContactsInput = z.output<typeof listContactsInput>
export type CreateContactInput = z.output<typeof createContactInput>
export type UpdateContactInput = z.output<typeof updateContactInput>
