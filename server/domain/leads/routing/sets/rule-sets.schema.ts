import { z } from 'zod'
import { defaultRuleSchema, ruleSchema } from '../rules.schema.ts'

/** The revision that was looked at: somebody else's edit in between is not overwritten. */
const revision = z.number().int().min(1)
const ruleId = z.uuid()
/** From 1, as the list shows it. */
const place = z.number().int().min(1).max(100)

export const saveRuleInput = z.object({
  revision,
  rule: ruleSchema,
  /** Where a new rule goes; the end when absent. A rule that is there already stays where it is. */
  place: place.optional(),
})
export const moveRuleInput = z.object({ revision, ruleId, place })
export const removeRuleInput = z.object({ revision, ruleId })
export const saveDefaultInput = z.object({ revision, fallback: defaultRuleSchema })
export const saveSkipsBusyInput = z.object({ revision, skipsBusy: z.boolean() })
export const byRevisionInput = z.object({ revision })
/** From when they count, as a clock of the firm shows it ("2026-11-23T09:00"); null: at once. */
export const publishInput = z.object({
  revision,
  from: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, 'Pick a day and a time.')
    .nullable()
    .default(null),
})
export const rollBackInput = z.object({
  version: z.number().int().min(1),
  why: z.string().trim().min(1, 'Say why.').max(300),
})

export type SaveRuleInput = z.output<typeof saveRuleInput>
export type MoveRuleInput = z.output<typeof moveRuleInput>
export type RemoveRuleInput = z.output<typeof removeRuleInput>
export type SaveSkipsBusyInput = z.output<typeof saveSkipsBusyInput>
export type SaveDefaultInput = z.output<typeof saveDefaultInput>
