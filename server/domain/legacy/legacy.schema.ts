import { z } from 'zod'

const stream = z.enum(['agents', 'contacts', 'listings', 'savedSearches'])
const noNul = (text: string) => !text.includes('\u0000')

export const listQuarantineInput = z.object({
  stream: stream.optional(),
  reason: z.string().max(60).refine(noNul).optional(),
  cursor: z.string().max(700).refine(noNul).nullish(),
})
export const syncOfRunInput = z.object({ runId: z.string().max(200).refine(noNul) })
export const quarantinedInput = z.object({ stream, sourceId: z.string().max(600).refine(noNul) })

export const releaseBrakeInput = z.object({ sweepId: z.uuid() })

export type ListQuarantineInput = z.output<typeof listQuarantineInput>
export type QuarantinedInput = z.output<typeof quarantinedInput>
export type ReleaseBrakeInput = z.output<typeof releaseBrakeInput>
