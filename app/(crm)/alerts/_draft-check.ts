import { z } from 'zod'
import { recipientSchema } from '#server/domain/alerts/recipients/recipients.schema.ts'
import { RECIPIENT_KINDS } from '#server/domain/alerts/recipients/recipients.words.ts'
import { rhythmSchema } from '#server/domain/alerts/rhythm/rhythm.schema.ts'
import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { NOBODY_ELSE } from './_audience.ts'
import { AT_ONCE, anyCriteria, type CriteriaDraft, type Draft } from './_draft.ts'

/** Loose on purpose: half-typed criteria are what a draft is for. */
const storedSchema = z.object({
  contact: z.object({ id: z.uuid(), fullName: z.string(), email: z.string().nullable() }).nullable(),
  name: z.string().nullable(),
  criteria: z.object({
    listPriceMin: z.number().optional(),
    listPriceMax: z.number().optional(),
    bedroomsMin: z.number().optional(),
    bathroomsMin: z.number().optional(),
    livingAreaMin: z.number().optional(),
    livingAreaMax: z.number().optional(),
    lotSizeMin: z.number().optional(),
    lotSizeMax: z.number().optional(),
    yearBuiltMin: z.number().optional(),
    yearBuiltMax: z.number().optional(),
    propertyTypes: criteriaSchema.shape.propertyTypes,
    propertySubTypes: criteriaSchema.shape.propertySubTypes,
    features: criteriaSchema.shape.features,
    keywords: z.array(z.string()).default([]),
    citySlugs: z.array(z.string()),
    postalCodes: z.array(z.string()),
    subdivisions: z.array(z.string()).default([]),
    polygons: z.array(z.array(z.tuple([z.number(), z.number()]))).default([]),
    radius: z.object({ latitude: z.number(), longitude: z.number(), miles: z.number() }).optional(),
    statuses: z.array(criteriaSchema.shape.statuses.unwrap().element),
    events: z.array(criteriaSchema.shape.events.unwrap().element),
  }),
  rhythm: rhythmSchema.default(AT_ONCE),
  audience: z
    .object({
      recipients: z.array(
        z.object({ name: z.string(), email: z.string(), kind: z.enum(RECIPIENT_KINDS), isNew: z.boolean() }),
      ),
      ...{ theyAsked: z.boolean(), bccMeYN: z.boolean() },
    })
    .default(NOBODY_ELSE),
  firstSend: z.boolean().default(false),
  basedOnVersion: z.number(),
})

/** A draft as it was left in this tab, or null where there is none that can be read. */
export function parseDraft(text: string | null): Draft | null {
  if (!text) return null
  try {
    return storedSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Complaints about who else gets it, by their place: "recipients.0.email". */
function audienceProblems({ recipients, theyAsked }: Draft['audience']): Partial<Record<string, string>> {
  const problems: Partial<Record<string, string>> = {}
  for (const [place, recipient] of recipients.entries()) {
    for (const { path, message } of recipientSchema.safeParse(recipient).error?.issues ?? []) {
      problems[`recipients.${place}.${String(path[0])}`] ??= message
    }
    const isTwice = recipients.some(({ email }, at) => at < place && email.trim() === recipient.email.trim())
    if (isTwice) problems[`recipients.${place}.email`] ??= 'They stand here already.'
  }
  if (!theyAsked && recipients.some(({ isNew }) => isNew)) {
    problems['recipients.theyAsked'] = 'Tick this when they asked for it, or take them off.'
  }
  return problems
}

/** The first complaint of each field, in words that tell what to do. */
export function problemsOf({ contact, name, criteria, audience }: Draft): Partial<Record<string, string>> {
  const problems: Partial<Record<string, string>> = {}
  if (!contact) problems.contact = 'Pick the person who should get the mails.'
  if (name !== null && name.trim() === '') problems.name = 'Give the alert a name, or clear the field to take ours.'
  for (const { path, message } of criteriaSchema.safeParse(criteria).error?.issues ?? []) {
    problems[String(path[0])] ??= message
  }
  return { ...problems, ...audienceProblems(audience) }
}

/** The criteria when they can be searched for; null while something is wrong with them. */
export const askable = (criteria: CriteriaDraft) => criteriaSchema.safeParse(criteria).data ?? null

/** What the picture of prices is asked by: all but the price, as far as it can be asked for while somebody is typing. */
export function askablePrices(criteria: CriteriaDraft): CriteriaDraft {
  const { listPriceMin: _min, listPriceMax: _max, ...others } = criteria
  return criteriaSchema.safeParse(others).data ?? anyCriteria
}
