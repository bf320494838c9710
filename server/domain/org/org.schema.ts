import { z } from 'zod'

const noNul = (text: string) => !text.includes('\u0000')
const oneLine = (text: string) => !/[\p{Cc}\p{Cs}]/u.test(text)
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Fill this in.')
    .max(max, `At most ${max} characters.`)
    .refine(oneLine, 'Keep it on one line.')
const optionalLine = (max: number) =>
  line(max)
    .nullish()
    .or(z.literal('').transform(() => null))

export const roleSchema = z.enum(['owner', 'admin', 'manager', 'teamLead', 'agent', 'assistant'])

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'That is too long for an e-mail address.')
  .pipe(z.email('Write it like name@example.com.'))

/** Length is what makes a password hard to guess; a keyboard run of it is not length. */
export const newPasswordSchema = z
  .string()
  .min(12, 'Use at least 12 characters. A short sentence is easy to remember.')
  .max(200, 'At most 200 characters.')
  .refine((text) => new Set(text.toLowerCase()).size >= 6, 'Use more different characters.')
  .refine((text) => !/password|qwerty|12345678|palmetto/i.test(text), 'That is one of the first things people try.')

const token = z
  .string()
  .min(20)
  .max(100)
  .regex(/^[\w-]+$/)
const personId = z.uuid()

export const tokenInput = z.object({ token })
export const acceptInvitationInput = z.object({ token, password: newPasswordSchema })
export const requestPasswordResetInput = z.object({ email: emailSchema })
export const resetPasswordInput = z.object({ token, password: newPasswordSchema })
export const changePasswordInput = z.object({ current: z.string().min(1).max(200), password: newPasswordSchema })
export const requestEmailChangeInput = z.object({ email: emailSchema, password: z.string().min(1).max(200) })
export const updateProfileInput = z.object({
  fullName: line(120),
  title: optionalLine(80),
  phone: optionalLine(40),
})

const place = {
  role: roleSchema,
  officeId: z.uuid('Choose an office.'),
  teamId: z.uuid().nullish(),
  assistsId: z.uuid().nullish(),
}
export const placeInput = z.object(place)
export const invitePersonInput = z.object({
  ...place,
  fullName: line(120),
  email: emailSchema,
  title: optionalLine(80),
})
export const placePersonInput = z.object({ ...place, personId })
export const personInput = z.object({ personId })
export const removePersonInput = z.object({ personId, successorId: z.uuid().nullish() })

export const listPeopleInput = z.object({
  search: z.string().trim().max(80).refine(noNul).optional(),
  officeId: z.uuid().optional(),
  withRemoved: z.boolean().default(false),
  cursor: z.object({ fullName: z.string().max(200).refine(noNul), id: z.uuid() }).nullish(),
})

const isTimeZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
const office = {
  name: line(80),
  postalAddress: line(200),
  phone: line(40),
  timeZone: z.string().max(60).refine(isTimeZone, 'Choose a time zone.').default('America/New_York'),
}
export const createOfficeInput = z.object(office)
export const updateOfficeInput = z.object({ ...office, officeId: z.uuid() })
export const officeInput = z.object({ officeId: z.uuid() })
export const createTeamInput = z.object({ officeId: z.uuid(), name: line(80) })
export const renameTeamInput = z.object({ teamId: z.uuid(), name: line(80) })
export const teamInput = z.object({ teamId: z.uuid() })

export type Place = z.infer<typeof placeInput>
