import { z } from 'zod'
import { preferencesSchema } from '../preferences.schema.ts'
import { LANES, STAGES } from './standing.words.ts'

const { token } = preferencesSchema.shape

export const listWarnedSchema = z.object({ contactId: z.uuid().optional() })
/** The warning as it was seen: one that has become another since is not answered by mistake. */
export const warningSchema = z.object({
  searchId: z.uuid(),
  lane: z.enum(LANES),
  stage: z.enum(STAGES),
  stageAt: z.coerce.date(),
})
export const relaxWarnedSchema = z.object({ searchId: z.uuid() })
export const tokenSchema = z.object({ token })
export const answerSchema = z.object({
  token,
  searchId: z.uuid(),
  answer: z.enum(['keep', 'Daily', 'Weekly', 'Monthly', 'stop']),
})

/** The figures behind a warning, as they are stored. */
export const evidenceSchema = z
  .object({ days: z.number(), mails: z.number(), homes: z.number(), rested: z.number() })
  .partial()

export type Evidence = z.output<typeof evidenceSchema>
export type Warning = z.output<typeof warningSchema>
export type AnswerInput = z.output<typeof answerSchema>
