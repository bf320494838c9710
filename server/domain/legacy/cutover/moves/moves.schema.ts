import { z } from 'zod'
import { FEATURES, MASTERS } from '#server/domain/cutover/cutover.words.ts'

const feature = z.enum(FEATURES)
const noNul = (text: string) => !text.includes('\u0000')

export const featureInput = z.object({ feature })
export const switchInput = z.object({
  feature,
  to: z.enum(MASTERS),
  /** The version that was looked at. */
  version: z.int().min(1),
  why: z.string().trim().min(8, 'Say why, in a few words: it stays on record.').max(500).refine(noNul),
  /** On a way back: go, although some changes are not across. */
  anyway: z.boolean().default(false),
})
export const mismatchesInput = z.object({ feature, cursor: z.string().max(700).refine(noNul).nullish() })

export type FeatureInput = z.output<typeof featureInput>
export type SwitchInput = z.output<typeof switchInput>
export type MismatchesInput = z.output<typeof mismatchesInput>
