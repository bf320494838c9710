import { z } from 'zod'
import { CAUSES } from './shadow.words.ts'

const noNul = (text: string) => !text.includes('\u0000')
const day = z.iso.date()

export const listDifferencesInput = z.object({
  day,
  cause: z.enum(CAUSES).optional(),
  cursor: z.uuid().nullish(),
})
export const differenceInput = z.object({ differenceId: z.uuid() })
export const explainInput = z.object({
  differenceId: z.uuid(),
  reason: z.string().trim().min(3, 'Say in a few words why it is all right.').max(500).refine(noNul),
})

export type ListDifferencesInput = z.output<typeof listDifferencesInput>
export type DifferenceInput = z.output<typeof differenceInput>
export type ExplainInput = z.output<typeof explainInput>
