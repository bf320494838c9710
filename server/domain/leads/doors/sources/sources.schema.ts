import { z } from 'zod'
import { oneLine } from '../../leads.people.schema.ts'
import { FIELD_SAID, LEAD_TYPES, SOURCE_DOORS } from '../doors.words.ts'
import { MOST_TAGS, tag } from '../draft.schema.ts'

const sourceId = z.uuid()
export const sourceIdInput = z.object({ sourceId })

/** "https://www.palmetto.example", without a path: what a browser sends as its origin. */
const origin = z
  .string()
  .trim()
  .max(200)
  .pipe(z.url({ protocol: /^https?$/, error: 'Write it like https://www.example.com.' }))
  .transform((url) => new URL(url).origin)

const about = {
  name: oneLine(80).min(1, 'Give it a name.'),
  defaultLeadType: z.enum(LEAD_TYPES).nullable(),
  defaultTags: z.array(tag).max(MOST_TAGS),
  trustsNamedAgent: z.boolean(),
  perMinute: z.number().int().min(1).max(6_000),
  allowedOrigins: z.array(origin).max(20),
}

export const addSourceInput = z.object({
  ...about,
  key: z
    .string()
    .trim()
    .toLowerCase()
    .max(40, 'At most 40 characters.')
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Lower-case letters and digits, joined by hyphens.'),
  door: z.enum(SOURCE_DOORS),
})
export const changeSourceInput = z.object({ ...about, sourceId })
export const setActiveInput = z.object({ sourceId, active: z.boolean() })

const fieldText = z.string().max(4_000)
const names = Object.keys(FIELD_SAID) as (keyof typeof FIELD_SAID)[]
export const tryOutInput = z.object({
  sourceId,
  fields: z.partialRecord(z.enum(names), fieldText),
})

export type AddSourceInput = z.output<typeof addSourceInput>
export type ChangeSourceInput = z.output<typeof changeSourceInput>
export type TryOutInput = z.output<typeof tryOutInput>
