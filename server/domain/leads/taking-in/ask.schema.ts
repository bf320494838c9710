import { z } from 'zod'
import { email, oneLine, personName } from '../leads.people.schema.ts'
import { INQUIRY_KINDS } from '../leads.words.ts'

export const MOST_TIMES = 3
const A_YEAR_MS = 366 * 86_400_000

const message = z
  .string()
  .max(4_000)
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .pipe(
    z
      .string()
      .max(2_000, 'At most 2,000 characters.')
      .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), 'This holds a character that no text has.'),
  )

/** What the form on a home's page sends. */
export const askInput = z
  .object({
    /** Made when the form is opened: sent five times, it is one inquiry. */
    requestKey: z.uuid(),
    listingKey: z.string().min(1).max(600),
    kind: z.enum(INQUIRY_KINDS),
    fullName: personName,
    email,
    phone: oneLine(40)
      .refine((text) => text === '' || text.replace(/\D/g, '').length >= 7, 'That is too short for a telephone number.')
      .default(''),
    message: message.default(''),
    /** When they could come. */
    proposedTimes: z
      .array(z.date().refine((time) => Math.abs(time.getTime() - Date.now()) < A_YEAR_MS, 'Pick a day of this year.'))
      .max(MOST_TIMES, 'Three times at most.')
      .default([]),
    /** They ticked that they want to hear of homes like this one. */
    wantsAlerts: z.boolean().default(false),
    /** A field that people do not see: whoever fills it in is a machine. */
    website: z.string().max(2_000).default(''),
    /** How long the form was open, in milliseconds. */
    openForMs: z.number().int().min(0).max(1e12),
  })
  .superRefine(({ kind, message: words }, { addIssue }) => {
    if (kind === 'Question' && words === '') {
      addIssue({ code: 'custom', path: ['message'], message: 'Write what you would like to know.' })
    }
  })
export type AskInput = z.output<typeof askInput>
