import { z } from 'zod'

const stream = z.enum([
  'offices',
  'photos',
  'leads',
  'agents',
  'contacts',
  'listings',
  'savedSearches',
  'sentAlerts',
  'notes',
  'tasks',
  'appointments',
  'deals',
])
const noNul = (text: string) => !text.includes('\u0000')

export const listQuarantineInput = z.object({
  stream: stream.optional(),
  reason: z.string().max(60).refine(noNul).optional(),
  cursor: z.string().max(700).refine(noNul).nullish(),
})
export const syncOfRunInput = z.object({ runId: z.string().max(200).refine(noNul) })
export const quarantinedInput = z.object({ stream, sourceId: z.string().max(600).refine(noNul) })

const path = z
  .string()
  .max(200)
  .refine(noNul)
  .regex(/^[^.]+(\.[^.]+){0,5}$/, 'Name a field, like price or address.zip.')
/** One value, as somebody types it: text, a number, yes or no, or nothing at all. */
const value = z.union([z.string().max(2_000).refine(noNul), z.number(), z.boolean(), z.null()])
/** With "everywhere" the same word is read so in every document of the stream. */
export const correctInput = z.object({
  stream,
  sourceId: z.string().max(600).refine(noNul),
  path,
  value,
  scope: z.enum(['document', 'everywhere']),
})
export const correctionInput = z.object({ correctionId: z.uuid() })
export const fieldInput = z.object({
  stream,
  path: z.string().max(400).refine(noNul),
  type: z.string().max(40).refine(noNul),
})
export const releaseBrakeInput = z.object({ sweepId: z.uuid() })

export type ListQuarantineInput = z.output<typeof listQuarantineInput>
export type QuarantinedInput = z.output<typeof quarantinedInput>
export type ReleaseBrakeInput = z.output<typeof releaseBrakeInput>
export type CorrectInput = z.output<typeof correctInput>
export type CorrectionInput = z.output<typeof correctionInput>
export type FieldInput = z.output<typeof fieldInput>
