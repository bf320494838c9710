import { z } from 'zod'
import { rhythmSchema, type SearchRhythmInput } from '#server/domain/alerts/rhythm/rhythm.schema.ts'
import { type Criteria, criteriaSchema } from '#server/domain/alerts/searches.schema.ts'

/** Criteria while they are typed: complete in shape, not yet checked. */
export type CriteriaDraft = Criteria
export type PickedContact = { id: string; fullName: string; email: string | null }

/** What the editor holds. */
export type Draft = {
  contact: PickedContact | null
  /** `null` until somebody types a name: then the suggestion stands there. */
  name: string | null
  criteria: CriteriaDraft
  rhythm: SearchRhythmInput
  /** The version that the criteria were read from; 0 for an alert that is new. */
  basedOnVersion: number
}

/** What an alert does unless somebody chooses otherwise. */
export const AT_ONCE: SearchRhythmInput = { cadence: 'Instant', conciergeYN: false }
export const anyCriteria: CriteriaDraft = criteriaSchema.parse({})

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

/** The first complaint of each field, in words that tell what to do. */
export function problemsOf({ contact, name, criteria }: Draft): Partial<Record<string, string>> {
  const problems: Partial<Record<string, string>> = {}
  if (!contact) problems.contact = 'Pick the person who should get the mails.'
  if (name !== null && name.trim() === '') problems.name = 'Give the alert a name, or clear the field to take ours.'
  for (const { path, message } of criteriaSchema.safeParse(criteria).error?.issues ?? []) {
    problems[String(path[0])] ??= message
  }
  return problems
}
